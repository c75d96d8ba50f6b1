package dev.headway.projections.chat.rendering;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names as nobody should have them: what services react to, in every order, amid any characters.
 */
final class HostileNames {

    private static final List<String> FRAGMENTS =
            List.of(
                    "@here",
                    "@channel",
                    "@everyone",
                    "@all",
                    "@room",
                    "＠here",
                    "@U012AB3CD",
                    "<!here>",
                    "<!channel>",
                    "<!everyone|x>",
                    "<!subteam^S1>",
                    "<@U012AB3CD>",
                    "<#C123|general>",
                    "<users/all>",
                    "<users/123>",
                    "<at>Ada</at>",
                    "<at>",
                    "<https://evil.example|Acme>",
                    "https://evil.example",
                    "http://127.0.0.1/x",
                    "www.evil.example",
                    "mailto:ada@evil.example",
                    "javascript:alert(1)",
                    "[Acme](https://evil.example)",
                    "![x](https://evil.example/x.png)",
                    "[x]: y",
                    "*bold*",
                    "_it_",
                    "~strike~",
                    "`code`",
                    "```",
                    "> quote",
                    "# head",
                    "#tag",
                    "~town-square",
                    ":smile:",
                    "- [ ] todo",
                    "1. one",
                    "| a | b |",
                    "---",
                    "$x$",
                    "<b>",
                    "</b>",
                    "<script>alert(1)</script>",
                    "<a href='//evil.example'>",
                    "<br>",
                    "&lt;!channel&gt;",
                    "&amp;",
                    "&#60;!here&#62;",
                    "&",
                    "<",
                    ">",
                    "\"",
                    "'",
                    "\\",
                    "\"}]}",
                    "\\\"",
                    "{{name}}",
                    "{{{name}}}",
                    "{{/items}}",
                    "{{=<% %>=}}",
                    "${x}",
                    "%s%n",
                    "\n",
                    "\r\n",
                    "\t",
                    "\0",
                    "\u2028",
                    "\u2029",
                    "\u202E",
                    "\u200B",
                    "\uFEFF",
                    "\u00A0",
                    "\uD800",
                    "\uDFFF",
                    "😀",
                    "👩‍👩‍👧‍👦",
                    "é",
                    "e\u0301",
                    "北京",
                    "مرحبا",
                    "\uE000",
                    "\uFFFF",
                    "Z̷̡͠a̵l̶g̸o̴",
                    " ",
                    "",
                    "Acme",
                    "Ltd");

    private final SplittableRandom random;

    HostileNames(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String next() {
        return IntStream.range(0, random.nextInt(1, 12))
                .mapToObj(_ -> random.nextInt(4) == 0 ? anything() : fragment())
                .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
    }

    private String fragment() {
        return FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
    }

    private String anything() {
        return IntStream.range(0, random.nextInt(1, 60))
                .mapToObj(
                        _ ->
                                Character.toString(
                                        random.nextBoolean()
                                                ? random.nextInt(0x20, 0x7F)
                                                : random.nextInt(0x110000)))
                .collect(Collectors.joining());
    }
}
