package org.parley.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.agreement.AgreementRelation;
import org.parley.agreement.AgreementStatus;
import org.parley.agreement.ImplementationStatus;
import org.parley.event.EventKind;
import org.parley.meeting.Medium;
import org.parley.meeting.MeetingKind;
import org.parley.meeting.MeetingLevel;
import org.parley.record.Kind;
import org.parley.source.SourceKind;
import org.parley.source.Voice;
import org.parley.statement.Stance;
import org.parley.statement.StatementForm;
import org.parley.time.Edtf;

/** The entries of a generated data set. A record refers only to earlier ones of its kind, so that there are no cycles. */
final class GeneratedEntries {

    private static final int PARAGRAPHS = 50;
    private static final int STATES = 30;
    /** Of a hundred records; the rest are points of statements and positions. */
    private static final Map<Kind, Integer> SHARES = Map.of(Kind.ACTOR, 6, Kind.PLACE, 2, Kind.ISSUE, 2, Kind.TRACK, 1, Kind.SOURCE, 2,
            Kind.MEETING, 17, Kind.STATEMENT, 22, Kind.AGREEMENT, 4, Kind.EVENT, 6, Kind.FIGURE, 4);

    private final Random random;
    private final GeneratedText texts;
    private final int records;
    private final List<Edtf> agreementDates = new ArrayList<>();
    private int points;

    GeneratedEntries(int records, long seed) {
        this.records = records;
        this.random = new Random(seed);
        this.texts = new GeneratedText(random);
    }

    Map<Kind, Collection<ObjectNode>> all() {
        Map<Kind, Collection<ObjectNode>> all = new EnumMap<>(Kind.class);
        SHARES.keySet().stream().sorted().forEach(kind -> all.put(kind, entries(kind, size(kind))));
        int so = all.values().stream().mapToInt(Collection::size).sum() + points;
        all.put(Kind.POSITION, entries(Kind.POSITION, records - so));
        return all;
    }

    private int size(Kind kind) {
        return records * SHARES.get(kind) / 100;
    }

    private List<ObjectNode> entries(Kind kind, int number) {
        return IntStream.range(0, number).mapToObj(i -> {
            ObjectNode entry = JsonNodeFactory.instance.objectNode().put("slug", slug(kind, i));
            switch (kind) {
                case ACTOR -> actor(entry, i);
                case PLACE -> entry.put("name", texts.words(2)).put("country", slug(Kind.ACTOR, i % states()));
                case ISSUE -> issue(entry, i);
                case TRACK -> entry.put("name", texts.words(3)).set("leads", some(Kind.ACTOR, 2));
                case SOURCE -> source(entry);
                case MEETING -> meeting(entry, i);
                case STATEMENT -> statement(entry, i);
                case POSITION -> position(entry.put("actor", any(Kind.ACTOR))).put("date", texts.date());
                case AGREEMENT -> agreement(entry, i);
                case EVENT -> event(entry);
                case FIGURE -> entry.put("measure", texts.words(4)).put("printed", "about " + i).put("value", i / 4.0).put("unit", "people")
                        .put("by", any(Kind.ACTOR)).set("of", some(Kind.ACTOR, 1));
            }
            if (kind != Kind.PLACE && kind != Kind.SOURCE) {
                attest(entry);
            }
            return entry;
        }).toList();
    }

    private void actor(ObjectNode actor, int number) {
        boolean state = number < states();
        actor.put("name", texts.words(2)).put("kind", state ? "STATE" : number % 4 == 0 ? "MINISTRY" : "PERSON");
        if (!state) {
            String of = slug(Kind.ACTOR, number % states());
            actor.putArray("aliases").add("Alias " + number);
            actor.put("partOf", of).putArray("offices").addObject().put("title", "Envoy").put("of", of).put("rank", "OTHER");
        }
    }

    private void issue(ObjectNode issue, int number) {
        issue.put("name", texts.words(3));
        if (number > 0) {
            issue.put("broader", slug(Kind.ISSUE, number / 8));
        }
        issue.put("description", texts.text());
    }

    private void source(ObjectNode source) {
        source.put("title", texts.words(5)).put("publisher", any(Kind.ACTOR)).put("published", texts.date())
                .put("kind", texts.pick(SourceKind.class)).put("language", "en").put("paragraphs", PARAGRAPHS).put("footnotes", 9);
    }

    private void meeting(ObjectNode meeting, int number) {
        meeting.put("title", texts.words(4)).put("kind", texts.pick(MeetingKind.class)).put("level", texts.pick(MeetingLevel.class))
                .put("medium", texts.pick(Medium.class)).put("setting", "DEDICATED").put("status", "HELD").put("date", texts.date())
                .put("track", any(Kind.TRACK)).putArray("places").add(any(Kind.PLACE));
        if (number % 5 == 4) {
            meeting.put("partOf", slug(Kind.MEETING, number - 1));
        }
        meeting.put("summary", texts.text()).putArray("outcomes").add(texts.text());
        meeting.set("issues", some(Kind.ISSUE, 2));
        ArrayNode participations = meeting.putArray("participations");
        for (String actor : actorsWithOffice(3)) {
            ObjectNode participation = participations.addObject().put("actor", actor);
            participation.putArray("roles").add(participations.size() == 1 ? "HOST" : "PARTY");
            participation.put("office", "Envoy");
        }
    }

    private void statement(ObjectNode statement, int number) {
        statement.set("speakers", some(Kind.ACTOR, 1));
        statement.put("date", texts.date()).put("form", texts.pick(StatementForm.class)).put("summary", texts.text());
        statement.set("addressees", some(Kind.ACTOR, 1));
        statement.put("meeting", any(Kind.MEETING));
        if (number % 4 > 0) {
            statement.putArray("inReplyTo").add(slug(Kind.STATEMENT, number - 1));
        }
        statement.putArray("references").addObject().put("relation", "COMMENTS_ON").put("meeting", any(Kind.MEETING));
        ArrayNode made = statement.putArray("points");
        for (int i = 0; i <= number % 2; i++, points++) {
            attest(position(made.addObject()));
        }
    }

    private ObjectNode position(ObjectNode position) {
        return position.put("issue", any(Kind.ISSUE)).put("stance", texts.pick(Stance.class)).put("summary", texts.text()).put("voice",
                texts.pick(Voice.class));
    }

    private void agreement(ObjectNode agreement, int number) {
        agreement.put("title", texts.words(5)).put("kind", "DECLARATION").put("status", texts.pick(AgreementStatus.class));
        String date = texts.date();
        agreement.put("date", date).put("summary", texts.text()).put("meeting", any(Kind.MEETING));
        agreement.set("parties", some(Kind.ACTOR, 2));
        agreement.putArray("signatories").addObject().put("actor", actorsWithOffice(1).iterator().next()).put("office", "Envoy");
        agreement.putArray("participations").addObject().put("actor", any(Kind.ACTOR)).putArray("roles").add("GUARANTOR").add("WITNESS");
        if (number > 0) {
            String relation = texts.pick(AgreementRelation.class);
            int linked = random.nextInt(number);
            agreement.putArray("links").addObject().put("relation", isLater(linked, date) ? "ANNEXED_TO" : relation).put("agreement",
                    slug(Kind.AGREEMENT, linked));
        }
        agreementDates.add(Edtf.parse(date));
        ArrayNode provisions = agreement.putArray("provisions");
        for (int i = 1; i <= 3; i++) {
            ObjectNode provision = provisions.addObject().put("number", i).put("summary", texts.text()).put("issue", any(Kind.ISSUE));
            attest(provision.putArray("steps").addObject().put("date", "2030").put("status",
                    texts.pick(ImplementationStatus.class).replace("REVERSED", "DONE")));
            attest(provision);
        }
    }

    /** Only an annex may be earlier than the agreement to which its link leads. */
    private boolean isLater(int agreement, String date) {
        return Edtf.parse(date).latest().isBefore(agreementDates.get(agreement).earliest());
    }

    private void event(ObjectNode event) {
        event.put("title", texts.words(5)).put("kind", texts.pick(EventKind.class)).put("date", texts.date()).put("place", any(Kind.PLACE));
        event.set("actors", some(Kind.ACTOR, 2));
        event.set("issues", some(Kind.ISSUE, 1));
        event.put("summary", texts.text());
    }

    /** Two sources attest it. Those of some records disagree on the date, and some of these discrepancies are resolved. */
    private void attest(ObjectNode entry) {
        ArrayNode attestations = entry.putArray("attestations");
        for (String source : names(Kind.SOURCE, 2)) {
            attestations.addObject().put("source", source).put("locator", "paragraph " + (1 + random.nextInt(PARAGRAPHS))).put("voice",
                    texts.pick(Voice.class));
        }
        if (entry.has("slug") && entry.has("date") && random.nextInt(4) == 0) {
            for (String source : names(Kind.SOURCE, 2)) {
                String date = texts.date();
                attestations.addObject().put("source", source).put("locator", "title").put("voice", "HEARSAY").put("field", "date")
                        .put("value", "on " + date).put("reads", date);
            }
            if (random.nextBoolean()) {
                entry.putArray("resolutions").addObject().put("field", "date").put("rule", "PRIMARY_WORDING").put("note", texts.words(7));
            }
        }
    }

    private int states() {
        return Math.min(STATES, size(Kind.ACTOR) / 4);
    }

    private String any(Kind kind) {
        return slug(kind, random.nextInt(size(kind)));
    }

    private ArrayNode some(Kind kind, int number) {
        ArrayNode some = JsonNodeFactory.instance.arrayNode();
        names(kind, number).forEach(some::add);
        return some;
    }

    private Set<String> names(Kind kind, int number) {
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < number) {
            names.add(any(kind));
        }
        return names;
    }

    private Collection<String> actorsWithOffice(int number) {
        Set<String> actors = new LinkedHashSet<>();
        while (actors.size() < number) {
            actors.add(slug(Kind.ACTOR, states() + random.nextInt(size(Kind.ACTOR) - states())));
        }
        return new ArrayList<>(actors);
    }

    private static String slug(Kind kind, int number) {
        return kind.word() + "-" + number;
    }
}
