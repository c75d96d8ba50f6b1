package dev.headway.contracts.written;

/** Bytes in small letters and the digits 2 to 7 (RFC 4648, without padding). */
public final class Base32 {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;

    private Base32() {}

    public static String encode(byte[] bytes) {
        var text = new StringBuilder(bytes.length * 8 / BITS + 1);
        var buffer = 0;
        var held = 0;
        for (var each : bytes) {
            buffer = (buffer << 8) | (each & 0xff);
            held += 8;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt((buffer >> held) & 31));
            }
            buffer &= (1 << held) - 1;
        }
        if (held > 0) {
            text.append(ALPHABET.charAt((buffer << (BITS - held)) & 31));
        }
        return text.toString();
    }

    /**
     * @throws IllegalArgumentException when another character stands in it
     */
    public static byte[] decode(String text) {
        var bytes = new byte[text.length() * BITS / 8];
        var buffer = 0;
        var held = 0;
        var length = 0;
        for (var i = 0; i < text.length(); i++) {
            var digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("no base 32");
            }
            buffer = (buffer << BITS) | digit;
            held += BITS;
            if (held >= 8) {
                held -= 8;
                bytes[length++] = (byte) (buffer >> held);
                buffer &= (1 << held) - 1;
            }
        }
        return bytes;
    }
}
