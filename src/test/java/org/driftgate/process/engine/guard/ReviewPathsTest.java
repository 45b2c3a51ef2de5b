package org.driftgate.process.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.process.engine.guard.ParsedModel.flow;
import static org.driftgate.process.engine.guard.ParsedModel.submit;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewPathsTest {

    private static final String START = "<startEvent id='start'/>";
    private static final String REVIEW = "<userTask id='reviewProposal'/>";
    private static final String LEGAL = START + "<task id='before'/>" + REVIEW + "<task id='after'/>" + submit("send")
            + "<endEvent id='end'/>" + flow("start", "before") + flow("before", "reviewProposal")
            + flow("reviewProposal", "after") + flow("after", "send") + flow("send", "end");
    private static final String TIMER =
            "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>";

    @Test
    void findsNoWayRoundAReviewThatStandsInTheOnlyOne() {
        ReviewPaths paths = ParsedModel.paths(LEGAL);

        assertThat(paths.fromStarts()).isEmpty();
        assertThat(paths.entering("before")).isEmpty();
        assertThat(paths.entering("reviewProposal")).isEmpty();
        assertThat(paths.leaving("before")).isEmpty();
        assertThat(paths.taking("before-reviewProposal")).isEmpty();
        assertThat(paths.leaving("send")).isEmpty();
    }

    @Test
    void namesTheWayFromBehindTheReview() {
        ReviewPaths paths = ParsedModel.paths(LEGAL);

        assertThat(paths.entering("after")).contains(List.of("after", "send"));
        assertThat(paths.entering("send")).contains(List.of("send"));
        assertThat(paths.leaving("reviewProposal")).contains(List.of("reviewProposal", "after", "send"));
        assertThat(paths.leaving("after")).contains(List.of("after", "send"));
        assertThat(paths.taking("reviewProposal-after")).contains(List.of("after", "send"));
        assertThat(paths.taking("after-send")).contains(List.of("send"));
    }

    @Test
    void knowsItsElementsAndNoOthers() {
        ReviewPaths paths = ParsedModel.paths(LEGAL);

        assertThat(paths.submits()).isTrue();
        assertThat(paths.isSubmitting("send")).isTrue();
        assertThat(paths.isSubmitting("after")).isFalse();
        assertThat(paths.isSubmitting("nowhere")).isFalse();
        assertThat(paths.isReview("reviewProposal")).isTrue();
        assertThat(paths.isReview("before")).isFalse();
        assertThat(paths.isReview("nowhere")).isFalse();
        assertThat(paths.entering("nowhere")).isEmpty();
        assertThat(paths.leaving("nowhere")).isEmpty();
        assertThat(paths.taking("nowhere")).isEmpty();
        assertThat(ParsedModel.paths(START).submits()).isFalse();
    }

    @Test
    void findsTheShortestWay() {
        ReviewPaths paths = ParsedModel.paths(START + "<exclusiveGateway id='g'/><task id='long'/>" + submit("send")
                + flow("start", "g") + flow("g", "long", "${a}") + flow("long", "send") + flow("g", "send", "${b}"));

        assertThat(paths.fromStarts()).contains(List.of("start", "g", "send"));
    }

    @Test
    void followsEveryFlowButThoseThatOnlyOpenAfterTrading() {
        String gateway = START + "<exclusiveGateway id='g'/>" + REVIEW + submit("send") + flow("start", "g")
                + flow("g", "reviewProposal") + flow("reviewProposal", "send");

        assertThat(ParsedModel.paths(gateway + flow("g", "send", "${approved}")).fromStarts())
                .contains(List.of("start", "g", "send"));
        assertThat(ParsedModel.paths(gateway + flow("g", "send", "${!tradedAlready}"))
                        .fromStarts())
                .isPresent();
        assertThat(ParsedModel.paths(gateway + flow("g", "send", "${a and tradedAlready}"))
                        .fromStarts())
                .isEmpty();
    }

    @Test
    void followsEventsThatHangOnATask() {
        String boundary = LEGAL + "<boundaryEvent id='late' attachedToRef='%s'>" + TIMER + "</boundaryEvent>";

        assertThat(ParsedModel.paths(boundary.formatted("reviewProposal") + flow("late", "send"))
                        .fromStarts())
                .contains(List.of("start", "before", "reviewProposal", "late", "send"));
        assertThat(ParsedModel.paths(boundary.formatted("after") + flow("late", "send"))
                        .fromStarts())
                .isEmpty();
        assertThat(ParsedModel.paths(boundary.formatted("before") + flow("late", "send"))
                        .fromStarts())
                .contains(List.of("start", "before", "late", "send"));
        assertThat(ParsedModel.paths(boundary.formatted("reviewProposal") + flow("late", "before"))
                        .fromStarts())
                .isEmpty();
    }

    @Test
    void countsAnElementThatNothingLeadsTo() {
        assertThat(ParsedModel.paths(LEGAL + submit("loose")).fromStarts()).contains(List.of("loose"));
        assertThat(ParsedModel.paths(LEGAL + "<task id='loose'/>" + flow("loose", "send"))
                        .fromStarts())
                .contains(List.of("loose", "send"));
        String inside = "<subProcess id='loose'><startEvent id='in'/>" + submit("hidden") + flow("in", "hidden")
                + "</subProcess>";
        assertThat(ParsedModel.paths(LEGAL + inside).fromStarts()).contains(List.of("loose", "in", "hidden"));
    }

    @Test
    void looksIntoSubProcessesAndOutOfThem() {
        String inside = "<startEvent id='in'/>%s" + submit("send");
        String frame = START + "<subProcess id='sub'>%s</subProcess>" + flow("start", "sub");

        assertThat(ParsedModel.paths(frame.formatted(inside.formatted("") + flow("in", "send")))
                        .fromStarts())
                .contains(List.of("start", "sub", "in", "send"));
        assertThat(ParsedModel.paths(frame.formatted(inside.formatted(REVIEW)
                                + flow("in", "reviewProposal")
                                + flow("reviewProposal", "send")))
                        .fromStarts())
                .isEmpty();
        String before = frame.formatted("<startEvent id='in'/><endEvent id='out'/>" + flow("in", "out"));
        assertThat(ParsedModel.paths(before + submit("send") + flow("sub", "send"))
                        .fromStarts())
                .contains(List.of("start", "in", "out", "sub", "send"));
        String reviewed = frame.formatted("<startEvent id='in'/>" + REVIEW + flow("in", "reviewProposal"));
        assertThat(ParsedModel.paths(reviewed + submit("send") + flow("sub", "send"))
                        .fromStarts())
                .isEmpty();
    }

    @Test
    void followsEventsThatHangOnASubProcess() {
        String sub = START + "<subProcess id='sub'><startEvent id='in'/>" + REVIEW + flow("in", "reviewProposal")
                + "%s</subProcess>" + flow("start", "sub") + submit("send") + "%s";

        assertThat(ParsedModel.paths(sub.formatted(
                                "",
                                "<boundaryEvent id='late' attachedToRef='sub'>" + TIMER + "</boundaryEvent>"
                                        + flow("late", "send")))
                        .fromStarts())
                .contains(List.of("start", "sub", "late", "send"));
        String event = "<subProcess id='event' triggeredByEvent='true'><startEvent id='fired'>" + TIMER
                + "</startEvent>" + submit("inEvent") + flow("fired", "inEvent") + "</subProcess>";
        assertThat(ParsedModel.paths(sub.formatted(event, flow("sub", "send"))).fromStarts())
                .hasValueSatisfying(way -> assertThat(way).endsWith("fired", "inEvent"));
    }

    @Test
    void takesAReviewForEachOfManyForNone() {
        String many = "<multiInstanceLoopCharacteristics c:collection='people' c:elementVariable='one'/>";
        String model = START + "<userTask id='reviewProposal'>" + many + "</userTask>" + submit("send")
                + flow("start", "reviewProposal") + flow("reviewProposal", "send");
        assertThat(ParsedModel.paths(model).isReview("reviewProposal")).isFalse();
        assertThat(ParsedModel.paths(model).fromStarts()).isPresent();

        String repeated = LEGAL.replace("<task id='before'/>", "<task id='before'>" + many + "</task>");
        assertThat(ParsedModel.paths(repeated).fromStarts()).isEmpty();
        String later = LEGAL.replace("<task id='after'/>", "<task id='after'>" + many + "</task>");
        assertThat(ParsedModel.paths(later).fromStarts()).isEmpty();
        String loose = LEGAL + "<task id='loose'>" + many + "</task>" + flow("loose", "send");
        assertThat(ParsedModel.paths(loose).fromStarts())
                .hasValueSatisfying(way -> assertThat(way).endsWith("loose#multiInstanceBody", "send"));
        String hung = repeated + "<boundaryEvent id='late' attachedToRef='before'>" + TIMER + "</boundaryEvent>"
                + flow("late", "send");
        assertThat(ParsedModel.paths(hung).fromStarts())
                .hasValueSatisfying(way -> assertThat(way).endsWith("late", "send"));
        assertThat(ParsedModel.paths(hung).entering("before"))
                .hasValueSatisfying(way -> assertThat(way).endsWith("late", "send"));
    }

    @Test
    void takesALookalikeForNoReview() {
        String other = LEGAL.replace(REVIEW, "<%s id='reviewProposal'%s/>");

        assertThat(ParsedModel.paths(other.formatted("manualTask", "")).fromStarts())
                .isPresent();
        assertThat(ParsedModel.paths(other.formatted("userTask", " name='bare'"))
                        .fromStarts())
                .isPresent();
        assertThat(ParsedModel.paths(other.formatted("userTask", "")).fromStarts())
                .isEmpty();
        assertThat(ParsedModel.paths(LEGAL.replace("id='reviewProposal'", "id='another'")
                                .replace("='reviewProposal'", "='another'"))
                        .fromStarts())
                .isPresent();
    }

    @Test
    void endsWhereACompensationIsMeant() {
        String undone = START + "<userTask id='work'/>" + flow("start", "work")
                + "<boundaryEvent id='undo' attachedToRef='work'><compensateEventDefinition/></boundaryEvent>"
                + "<userTask id='reviewProposal' isForCompensation='true'/>"
                + "<association id='a' associationDirection='One' sourceRef='undo' targetRef='reviewProposal'/>";

        assertThat(ParsedModel.paths(undone).isReview("reviewProposal")).isFalse();
    }
}
