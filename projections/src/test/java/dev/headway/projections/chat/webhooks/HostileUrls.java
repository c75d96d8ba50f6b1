package dev.headway.projections.chat.webhooks;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ways to make a service speak to what it should not, as attackers write them. */
final class HostileUrls {

    /** Loopback, private, link-local with its metadata services, and what else is special. */
    private static final List<String> BLOCKED =
            List.of(
                    "127.0.0.1",
                    "127.255.255.254",
                    "10.0.0.1",
                    "10.255.255.255",
                    "172.16.0.1",
                    "172.31.255.255",
                    "192.168.0.1",
                    "169.254.169.254",
                    "169.254.170.2",
                    "100.100.100.200",
                    "192.0.0.192",
                    "0.0.0.0",
                    "198.18.0.1",
                    "224.0.0.1",
                    "255.255.255.255");

    private static final List<String> BLOCKED_V6 =
            List.of(
                    "::",
                    "::1",
                    "0:0:0:0:0:0:0:1",
                    "fe80::1",
                    "fe80::a9fe:a9fe",
                    "fec0::1",
                    "fc00::1",
                    "fd00:ec2::254",
                    "fd20:ce::254",
                    "ff02::1",
                    "2001:db8::1",
                    "3fff::1",
                    "100::1",
                    "5f00::1",
                    "2001::1",
                    "2001:10::1",
                    "2001:20::1");

    private static final List<String> OTHERS =
            List.of(
                    // schemes
                    "http://hooks.example/x",
                    "ftp://hooks.example/x",
                    "file:///etc/passwd",
                    "gopher://127.0.0.1:6379/_FLUSHALL",
                    "jar:https://hooks.example!/x",
                    "javascript:alert(1)",
                    "data:text/plain,x",
                    "ldap://hooks.example/x",
                    "dict://127.0.0.1:11211/stat",
                    "ws://hooks.example/x",
                    "unix:///var/run/x.sock",
                    "https+unix://%2Fvar%2Frun%2Fdocker.sock/x",
                    "//hooks.example/x",
                    "hooks.example/x",
                    "https:hooks.example",
                    "https:/hooks.example/x",
                    "https:///x",
                    "https://",
                    "",
                    " ",
                    // user info, and who is the host?
                    "https://user@hooks.example/x",
                    "https://user:secret@hooks.example/x",
                    "https://hooks.example@127.0.0.1/x",
                    "https://hooks.example:443@127.0.0.1/x",
                    "https://hooks.example%40127.0.0.1/x",
                    "https://127.0.0.1#@hooks.example/",
                    "https://127.0.0.1?@hooks.example/",
                    "https://hooks.example\\@127.0.0.1/",
                    "https://127.0.0.1\\@hooks.example/",
                    "https://hooks.example\\127.0.0.1/",
                    "https://@127.0.0.1/x",
                    "https://:@127.0.0.1/x",
                    "https://a@b@127.0.0.1/x",
                    "https://hooks.example&@127.0.0.1/x",
                    "https://127.0.0.1;hooks.example/x",
                    "https://127.0.0.1 hooks.example/x",
                    "https://127.0.0.1\thooks.example/x",
                    "https://127.0.0.1%00.hooks.example/x",
                    "https://127.0.0.1%2f.hooks.example/x",
                    "https://127.0.0.1%0d%0aHost:%20hooks.example/x",
                    "https://127.0.0.1\r\nX-Forged: 1\r\n/x",
                    "https://hooks .example/x",
                    // names of near things
                    "https://localhost/x",
                    "https://LOCALHOST/x",
                    "https://localhost./x",
                    "https://localhost:443/x",
                    "https://localhost:8443/x",
                    "https://sub.localhost/x",
                    "https://ip6-localhost/x",
                    "https://ip6-loopback/x",
                    // other alphabets
                    "https://①②⑦.⓪.⓪.①/x",
                    "https://１２７.０.０.１/x",
                    "https://127。0。0。1/x",
                    "https://127．0．0．1/x",
                    "https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/x",
                    "https://ｌocalhost/x",
                    "https://lоcalhost/x",
                    "https://١٢٧.٠.٠.١/x",
                    // odd IPv6
                    "https://[::1/x",
                    "https://::1/x",
                    "https://[::1]x/x",
                    "https://[]/x",
                    "https://[fe80::1%25eth0]/x",
                    "https://[fe80::1%eth0]/x",
                    "https://[::ffff:127.0.0.1%25lo]/x",
                    "https://[v1.127.0.0.1]/x",
                    "https://[127.0.0.1]/x",
                    "https://[0x7f000001]/x",
                    "https://[::1]:99999/x",
                    // ports
                    "https://hooks.example:0/x",
                    "https://hooks.example:22/x",
                    "https://hooks.example:25/x",
                    "https://hooks.example:80/x",
                    "https://hooks.example:2375/x",
                    "https://hooks.example:3306/x",
                    "https://hooks.example:5432/x",
                    "https://hooks.example:6379/x",
                    "https://hooks.example:9200/x",
                    "https://hooks.example:65536/x",
                    "https://hooks.example:-1/x",
                    "https://hooks.example:0x1bb/x",
                    "https://hooks.example:443:22/x",
                    "https://hooks.example:4 43/x");

    private HostileUrls() {}

    static List<String> all() {
        var urls = new ArrayList<>(OTHERS);
        BLOCKED.stream().flatMap(HostileUrls::spellings).forEach(urls::add);
        BLOCKED_V6.stream()
                .flatMap(
                        address ->
                                Stream.of(
                                        "https://[" + address + "]/x",
                                        "https://["
                                                + address.toUpperCase(Locale.ROOT)
                                                + "]:8443/x"))
                .forEach(urls::add);
        return urls.stream().distinct().toList();
    }

    /** One IPv4 address in all the ways in which somebody reads it. */
    private static Stream<String> spellings(String address) {
        var parts = Stream.of(address.split("\\.")).map(Integer::parseInt).toList();
        var number =
                parts.stream().mapToLong(part -> part).reduce(0, (sum, part) -> sum * 256 + part);
        var hex = new BigInteger(Long.toString(number)).toString(16);
        var low = Long.toHexString(number >> 16) + ":" + Long.toHexString(number & 0xFFFF);
        var dotted =
                Stream.of(
                        address,
                        address + ".",
                        Long.toString(number),
                        "0" + Long.toOctalString(number),
                        "0x" + hex,
                        "0X" + hex + ".",
                        parts.get(0) + "." + (number & 0xFFFFFF),
                        parts.get(0) + "." + parts.get(1) + "." + (number & 0xFFFF),
                        joined(parts, "0%o"),
                        joined(parts, "0x%x"),
                        joined(parts, "%03d"),
                        joined(parts, "000%o"),
                        "0x"
                                + Integer.toHexString(parts.get(0))
                                + address.substring(address.indexOf('.')));
        var mapped =
                Stream.of(
                        "[::ffff:" + address + "]",
                        "[::ffff:" + low + "]",
                        "[0:0:0:0:0:ffff:" + low + "]",
                        "[::ffff:0:" + low + "]",
                        "[::" + low + "]",
                        "[64:ff9b::" + low + "]",
                        "[64:ff9b:1::" + low + "]",
                        "[2002:" + low + "::]",
                        "[2002:" + low + "::1]");
        return Stream.concat(dotted, mapped).map(host -> "https://" + host + "/x");
    }

    private static String joined(List<Integer> parts, String format) {
        return String.join(".", parts.stream().map(format::formatted).toList());
    }
}
