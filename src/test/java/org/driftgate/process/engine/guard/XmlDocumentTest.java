package org.driftgate.process.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class XmlDocumentTest {

    @Test
    void refusesADocumentTypeHoweverHarmless() {
        assertThatThrownBy(() -> parse("<!DOCTYPE a><a/>"))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void readsTheTextOfTheElementItselfOnly() throws SAXException {
        assertThat(XmlDocument.text(parse("<a>one <b>not</b><!-- nor this --><![CDATA[<two>]]></a>")))
                .isEqualTo("one <two>");
    }

    @Test
    void walksOverElementsAndAttributes() throws SAXException {
        Element root = parse("<a id='x' xmlns:n='n' n:k='v'>t<b><c/></b><d id='y'/></a>");

        assertThat(XmlDocument.all(root)).extracting(Element::getTagName).containsExactly("a", "b", "c", "d");
        assertThat(XmlDocument.children(root)).extracting(Element::getTagName).containsExactly("b", "d");
        assertThat(XmlDocument.attributes(root))
                .extracting(attribute -> attribute.getName())
                .containsExactlyInAnyOrder("id", "n:k");
        assertThat(XmlDocument.all(root).map(XmlDocument::id)).containsExactly("x", "x", "x", "y");
        assertThat(XmlDocument.parent(root)).isEmpty();
        assertThat(XmlDocument.parent(XmlDocument.children(root).get(0))).contains(root);
        assertThat(XmlDocument.id(parse("<a/>"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.bpmn, MODEL",
        "a.bpmn20.xml, MODEL",
        "a.dmn, DECISION",
        "a.dmn11.xml, DECISION",
        "a.form, PLAIN_FORM",
        "a.HTML, SCRIPTED_FORM",
        "a.html, SCRIPTED_FORM",
        "a.BPMN, UNKNOWN",
        "a.xml, UNKNOWN",
        "form, UNKNOWN"
    })
    void goesByTheEndOfAFilesName(String name, ResourceKind kind) {
        assertThat(ResourceKind.of(name)).isEqualTo(kind);
        assertThat(ResourceKind.of("dir.form/" + name)).isEqualTo(kind);
        assertThat(ResourceKind.fileName("x/y/" + name)).isEqualTo(name);
        assertThat(ResourceKind.fileName(name)).isEqualTo(name);
    }

    private static Element parse(String xml) throws SAXException {
        return XmlDocument.parse(xml.getBytes(StandardCharsets.UTF_8));
    }
}
