package org.driftgate.simulator;

import java.util.List;
import java.util.Locale;

/** Invented people of the demo firm; the same number is always the same family. */
final class DemoNames {

    private static final List<String> FAMILIES = List.of(
            "Abernell",
            "Ashgrove",
            "Bellwyn",
            "Birchall",
            "Brightmoor",
            "Calloway-Dene",
            "Cavanor",
            "Coldbrook",
            "Corriden",
            "Dallimere",
            "Dunmarrow",
            "Eastleigh",
            "Elderfield",
            "Emberlin",
            "Fairwick",
            "Fennimore",
            "Foxhollow",
            "Galbrant",
            "Glenross",
            "Goodwater",
            "Greymont",
            "Hallorin",
            "Harrowdale",
            "Hazelton",
            "Hearthwell",
            "Holloran",
            "Inglewood",
            "Ivesdale",
            "Jasperine",
            "Kestrelle",
            "Kingsferry",
            "Lakenheath",
            "Larkspur",
            "Lindqvale",
            "Lorrimer",
            "Maplethorn",
            "Marwick",
            "Meadowes",
            "Merrivale",
            "Northcliff",
            "Oakhurst",
            "Orchardson",
            "Pennywell",
            "Pinecrest",
            "Quillfeather",
            "Ravensby",
            "Redfern-Lowe",
            "Rosewarne",
            "Sandringby",
            "Silverlake",
            "Stonebridge",
            "Summerlyn",
            "Thistleton",
            "Tidewater",
            "Underwood-Rae",
            "Vanterpool",
            "Wainscott",
            "Westerlund",
            "Willowby",
            "Yarrowfield");
    private static final List<String> FIRST = List.of(
            "Ada", "Ben", "Clara", "Daniel", "Elena", "Felix", "Grace", "Hugo", "Iris", "Jonah", "Karin", "Leo", "Mara",
            "Noah", "Olive", "Paul", "Rosa", "Simon", "Tessa", "Victor");

    /** A household's people. */
    record Family(String surname, String first, String second, int birthYear) {

        String household() {
            return surname + " Household";
        }

        String firstPerson() {
            return first + " " + surname;
        }

        String secondPerson() {
            return second + " " + surname;
        }

        String firstEmail() {
            return email(first);
        }

        String secondEmail() {
            return email(second);
        }

        private String email(String person) {
            return "%s@%s.example".formatted(person, surname).toLowerCase(Locale.ROOT);
        }
    }

    private DemoNames() {}

    static Family family(int number) {
        return new Family(
                FAMILIES.get(number % FAMILIES.size()),
                FIRST.get(number * 7 % FIRST.size()),
                FIRST.get((number * 7 + 3) % FIRST.size()),
                1952 + number * 5 % 34);
    }
}
