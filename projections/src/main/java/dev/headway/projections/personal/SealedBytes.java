package dev.headway.projections.personal;

import dev.headway.contracts.written.SealedText;

/** A sealed text among bytes, as it is recognized one by one. */
final class SealedBytes {

    private static final String MARK = SealedText.MARK;
    private static final byte FIRST = (byte) MARK.charAt(0);
    private static final int ID_ENDS = MARK.length() + 26;

    private SealedBytes() {}

    /**
     * Where the mark begins first, as far as can be seen; the end where it does not. Most bytes of
     * an answer are only looked at here.
     */
    static int firstIn(byte[] bytes, int from, int end) {
        for (var i = from; i < end; i++) {
            if (bytes[i] == FIRST && mayBegin(bytes, i, end)) {
                return i;
            }
        }
        return end;
    }

    private static boolean mayBegin(byte[] bytes, int at, int end) {
        for (var i = 0; i < MARK.length() && at + i < end; i++) {
            if (bytes[at + i] != MARK.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Where what has begun ends, whole or not; the end where it may go on behind it.
     *
     * @param length how much of it came before
     */
    static int endIn(byte[] bytes, int from, int end, int length) {
        for (var i = from; i < end; i++) {
            if (!goesOn(length + i - from, bytes[i])) {
                return i;
            }
            if (isWhole(length + i - from + 1, bytes[i])) {
                return i + 1;
            }
        }
        return end;
    }

    private static boolean goesOn(int length, byte next) {
        if (length < MARK.length()) {
            return next == MARK.charAt(length);
        }
        if (length == ID_ENDS) {
            return next == '8';
        }
        return isDigit(next) || (length > ID_ENDS && next == '9');
    }

    static boolean isWhole(int length, byte last) {
        return length > ID_ENDS && last == '9';
    }

    private static boolean isDigit(byte next) {
        return (next >= 'a' && next <= 'z') || (next >= '2' && next <= '7');
    }
}
