-- The last date of a person is the one that ends last: "May 2022" after "3 May 2022", whichever begins later.
CREATE INDEX person_dates_by_end ON person_dates (person, julianday(earliest) + width, earliest, date);
