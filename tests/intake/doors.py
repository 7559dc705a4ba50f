"""Doors into a network of our own: every way that a link has been used to get there."""

SPELLINGS = [
    # this machine and its network, plainly
    "http://127.0.0.1/", "http://127.0.0.1:80/", "https://127.0.0.1/", "http://127.255.255.254/", "http://0.0.0.0/",
    "http://0.1.2.3/", "http://10.0.0.1/", "http://10.255.255.255/", "http://172.16.0.1/", "http://172.31.255.255/",
    "http://192.168.1.1/", "http://169.254.0.1/", "http://100.64.0.1/", "http://100.127.255.255/",
    "http://192.0.0.8/", "http://192.0.2.1/", "http://198.51.100.7/", "http://203.0.113.9/", "http://198.18.0.1/",
    "http://192.88.99.1/", "http://224.0.0.1/", "http://239.255.255.250/", "http://240.0.0.1/",
    "http://255.255.255.255/",
    # the clouds' own services
    "http://169.254.169.254/latest/meta-data/", "http://169.254.170.2/", "http://100.100.100.200/",
    "http://192.0.0.192/", "http://168.63.129.16/", "http://[fd00:ec2::254]/", "http://[fe80::a9fe:a9fe]/",
    # numbers that the C library takes for addresses
    "http://2130706433/", "http://017700000001/", "http://0x7f000001/", "http://0x7F.1/", "http://127.1/",
    "http://127.0.1/", "http://0177.0.0.1/", "http://0177.0000.0000.0001/", "http://0x7f.0x0.0x0.0x1/",
    "http://0177.0.0x0.1/", "http://127.0.0.01/", "http://00127.0.0.1/", "http://0/", "http://0x/", "http://1/",
    "http://2852039166/", "http://0xa9fea9fe/", "http://0251.0376.0251.0376/", "http://169.254.43518/",
    "http://4294967295/", "http://4294967296/", "http://6425673729/", "http://256.256.256.256/", "http://383.0.0.1/",
    "http://127.0.0.1.1/", "http://-127.0.0.1/", "http://+127.0.0.1/", "http://1e3/", "http://1_27.0.0.1/",
    # IPv6
    "http://[::1]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/", "http://[0:0:0:0:0:ffff:169.254.169.254]/", "http://[::127.0.0.1]/",
    "http://[::ffff:0:127.0.0.1]/", "http://[2002:7f00:1::]/", "http://[2002:a9fe:a9fe::1]/",
    "http://[2001:0:7f00:1::]/", "http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/", "http://[64:ff9b::127.0.0.1]/",
    "http://[64:ff9b::a9fe:a9fe]/", "http://[64:ff9b:1::7f00:1]/", "http://[fe80::1]/", "http://[fe80::1%25eth0]/",
    "http://[fe80::1%eth0]/", "http://[::1%lo]/", "http://[2606:2800:220:1::1%25lo]/", "http://[fc00::1]/",
    "http://[fd12:3456::1]/", "http://[fec0::1]/", "http://[ff02::1]/", "http://[2001:db8::1]/", "http://[3fff::1]/",
    "http://[100::1]/", "http://[2606:2800:220:1:0:5efe:10.0.0.1]/", "http://[5f00::1]/", "http://[4000::1]/",
    "http://::1/", "http://[127.0.0.1]/", "http://[::1/", "http://::1]/", "http://[[::1]]/", "http://[::1].example.org/",
    "http://[v1.127]/", "http://[]/",
    # names of our own network
    "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://intranet/", "http://metadata/",
    "http://kubernetes/", "http://" + "a." * 150 + "example/", "http://ip6-localhost/",
    # dots, letters and figures of other scripts, and escapes
    "http://127。0。0。1/", "http://127．0．0．1/", "http://127｡0｡0｡1/", "http://１２７.０.０.１/", "http://①②⑦.⓪.⓪.①/",
    "http://𝟏𝟐𝟕.𝟎.𝟎.𝟏/", "http://٠١٢٧.0.0.1/", "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", "http://ｌｏｃａｌｈｏｓｔ/", "http://127.0.0.1。/",
    "http://loc\u00adalhost/", "http://local\u200bhost/", "http://local\u2060host/", "http://127.0.0.1\u202e/",
    "http://%31%32%37.0.0.1/", "http://127%2e0%2e0%2e1/", "http://localhost%00.example.org/",
    "http://127.0.0.1%23.example.org/", "http://[::1]%2f/", "http://０ｘ７ｆ.1/",
    # final and doubled dots
    "http://127.0.0.1./", "http://127.0.0.1../", "http://.127.0.0.1/", "http://127..0.0.1/", "http://./",
    # who is the host?
    "http://good.example@127.0.0.1/", "http://good.example:80@127.0.0.1/", "http://user:pass@good.example/",
    "http://@127.0.0.1/", "http://127.0.0.1@good.example/", "http://good.example@@127.0.0.1/",
    "http://good.example%40127.0.0.1/", "http://good.example＠127.0.0.1/", "http://good.example／127.0.0.1/",
    "http://good.example\\@127.0.0.1/", "http://127.0.0.1\\good.example/", "http:\\\\127.0.0.1\\",
    "http://good.example:80:80/", "http://good.example:/",
    "http://good.example&@127.0.0.1/", "http:///127.0.0.1/", "http:127.0.0.1/", "http:/127.0.0.1/", "//127.0.0.1/",
    "http://good.example;127.0.0.1/", "http://good.example,127.0.0.1/", "http://127.0.0.1;.example.org/",
    # hidden characters, and a second request inside the first
    "http://good.example\r\nHost: localhost/", "http://good.example/\r\n\r\nGET /admin", "http://good.example/\n/",
    "http://good.example/\x00", "ht\ttp://127.0.0.1/", "http://127.0\t.0.1/", "http://good.example /",
    "http://good.example/a b", "http://good.example/\u2028x", "http://good.example/\udcff", "\x00http://127.0.0.1/",
    # ports
    "http://good.example:22/", "http://good.example:25/", "https://good.example:6379/", "http://good.example:0/",
    "http://good.example:65616/", "http://good.example:99999/", "http://good.example:٨٠/", "http://good.example:-80/",
    "http://good.example:8080/",
    # what is no http
    "", "good.example", "file:///etc/passwd", "ftp://good.example/", "gopher://127.0.0.1:25/_HELO", "data:text/plain,x",
    "javascript:alert(1)", "dict://127.0.0.1:11211/", "ldap://127.0.0.1/", "unix:/var/run/docker.sock",
    "http+unix://%2fvar%2frun%2fdocker.sock/", "ws://good.example/", "view-source:http://127.0.0.1/",
    "jar:http://good.example!/", "https//good.example/", "http://", "http://?", "http://#",
    "http://good.example" + "/a" * 2000,
]  # fmt: skip
"""Links that never lead to a connection; good.example is a name that resolves to a public address."""

RESOLVED = [
    ["127.0.0.1"], ["127.8.8.8"], ["0.0.0.0"], ["10.1.2.3"], ["172.20.0.1"], ["192.168.0.1"], ["169.254.169.254"],
    ["100.64.1.1"], ["100.100.100.200"], ["168.63.129.16"], ["192.0.0.192"], ["192.0.2.5"], ["198.19.255.255"],
    ["224.0.0.251"], ["255.255.255.255"], ["::1"], ["::"], ["::ffff:127.0.0.1"], ["::ffff:10.0.0.1"],
    ["::ffff:93.184.216.34"], ["::7f00:1"], ["fe80::1"], ["fe80::1%eth0"], ["2606:2800:220:1::1%eth0"],
    ["fd00:ec2::254"], ["fc00::1"], ["fec0::1"], ["ff02::1"], ["2002:7f00:1::"], ["2002:5db8:d822::"], ["2001::1"],
    ["64:ff9b::7f00:1"], ["64:ff9b::a00:1"], ["64:ff9b:1::1"], ["2001:db8::1"], ["3fff::1"],
    ["93.184.216.34", "127.0.0.1"], ["127.0.0.1", "93.184.216.34"], ["93.184.216.34", "::1"],
    ["93.184.216.34"] * 9 + ["10.0.0.1"], [], ["localhost"], ["127.1"], ["2130706433"], ["not an address"], [""],
]  # fmt: skip
"""Answers of a name server that never lead to a connection."""

REDIRECTED = [
    "http://127.0.0.1/", "http://127.0.0.1:80/admin", "http://localhost/", "http://10.0.0.1/", "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://2130706433/",
    "http://0x7f.1/", "http://127。0。0。1/", "//127.0.0.1/", "//[::1]/", "//localhost",
    "http://inside.example/", "http://nowhere.example/", "http://good.example@127.0.0.1/", "http://u:p@good.example/",
    "http://good.example:22/", "//good.example:6379/", "ftp://good.example/", "file:///etc/passwd",
    "gopher://127.0.0.1/", "javascript:alert(1)", "data:text/plain,hello", "\\\\127.0.0.1\\x", "/\\127.0.0.1/",
    "http:\\\\127.0.0.1/",
    "http://[::1/", "//[", "//good.example／x/", "//127.0.0.1\t/",
    "/a b", "/\u202etxt", "", "http://[fe80::1%25lo]/", "http://user@", "http://" + "a" * 3000,
]  # fmt: skip
"""Places that a redirect names and that are never gone to; inside.example resolves to a private address."""

HARMLESS = [
    "http://good.example#@127.0.0.1:22/x@", "http://good.example/?@127.0.0.1/", "http://good.example/@127.0.0.1",
    "http://good.example//127.0.0.1/", "http://good.example/%0d%0aHost:%20localhost", "http://good.example/\n",
    "http://good.example/..//127.0.0.1/", "http://good.example./", "http://good。example/", "<http://GOOD.example:80>",
    "http://ｇｏｏｄ.example/", "http://good.example/?http://127.0.0.1/",
]  # fmt: skip
"""Links that look like such a door and lead to the public site all the same."""
HARMLESS_REDIRECTS = [
    "http:////127.0.0.1@x/",
    "http:127.0.0.1@x",
    "///127.0.0.1/",
    "http:///127.0.0.1/",
    "http:/127.0.0.1/",
    "?u=@127.0.0.1",
]
"""Redirects of the same kind: a path on the site itself."""
