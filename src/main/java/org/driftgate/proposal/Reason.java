package org.driftgate.proposal;

/** Why a trade is proposed: a code for machines and a sentence for people. */
public record Reason(String code, String sentence) {

    public Reason {
        if (code.isBlank() || sentence.isBlank())
            throw new IllegalArgumentException("a reason needs code and sentence");
    }
}
