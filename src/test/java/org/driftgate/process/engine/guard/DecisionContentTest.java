package org.driftgate.process.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class DecisionContentTest {

    private static final String FEEL = "https://www.omg.org/spec/DMN/20191111/FEEL/";

    @ParameterizedTest
    @ValueSource(strings = {FEEL, "http://www.omg.org/spec/FEEL/20140401", "feel", "FEEL", "legacy-feel"})
    void allowsFeelByAllItsNames(String language) throws SAXException {
        assertThat(check("expressionLanguage='%s'".formatted(language), "", "tax >= 1000"))
                .isEmpty();
        assertThat(check("", "expressionLanguage='%s'".formatted(language), "tax >= 1000"))
                .isEmpty();
    }

    @Test
    void refusesOtherLanguagesAndNamesThem() throws SAXException {
        assertThat(check("", "expressionLanguage='groovy'", "1"))
                .containsExactly(new Finding("entry", "decisions in FEEL", "the language 'groovy' is not allowed"));
        assertThat(check("expressionLanguage='javascript'", "", "1"))
                .containsExactly(
                        new Finding("decisions", "decisions in FEEL", "the language 'javascript' is not allowed"));
    }

    @Test
    void allowsJuelInEntriesButNotForAWholeFile() throws SAXException {
        assertThat(check("", "expressionLanguage='JUEL'", "amount &gt;= 1000")).isEmpty();
        assertThat(check("", "expressionLanguage='juel'", " ")).isEmpty();
        assertThat(check("", "expressionLanguage='juel'", "amount + 1"))
                .containsExactly(new Finding("entry", "decisions in FEEL", "'amount + 1' is not allowed"));
        assertThat(check("expressionLanguage='juel'", "", "1"))
                .containsExactly(new Finding("decisions", "decisions in FEEL", "the language 'juel' is not allowed"));
    }

    @Test
    void readsExpressionsInBracesInTheSmallLanguage() throws SAXException {
        assertThat(check("", "", "${amount}")).isEmpty();
        assertThat(check("", "expressionLanguage='juel'", "${amount}")).isEmpty();
        assertThat(check("", "", " ${hidden.at()} "))
                .containsExactly(new Finding("entry", "decisions in FEEL", "'${hidden.at()}' is not allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"function(x) x", "f(1)\n external", "{ java: 1 }"})
    void refusesFunctionsInFeel(String text) throws SAXException {
        assertThat(check("", "", text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"functional", "\"externally\"", "javanese"})
    void allowsWordsThatOnlyLookLikeThem(String text) throws SAXException {
        assertThat(check("", "", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"functionDefinition", "encapsulatedLogic", "invocation", "businessKnowledgeModel", "import"})
    void refusesElementsThatCarryCode(String name) throws SAXException {
        assertThat(read("<definitions xmlns='d' id='decisions'><%s id='x'/></definitions>".formatted(name)))
                .containsExactly(new Finding("x", "decisions in FEEL", "<%s> is not allowed".formatted(name)));
    }

    private static List<Finding> check(String whole, String entry, String text) throws SAXException {
        return read(
                "<definitions xmlns='d' id='decisions' %s><inputEntry id='entry' %s><text>%s</text></inputEntry></definitions>"
                        .formatted(whole, entry, text));
    }

    private static List<Finding> read(String xml) throws SAXException {
        return new DecisionContent(SmallContract.words())
                .check(XmlDocument.parse(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
