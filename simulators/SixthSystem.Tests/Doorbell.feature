@doorbell
Feature: Pairing a bell with a chime
    A system that the lab has never heard of: its scenarios run like those of any other.

    Rule: The code of the chime pairs one bell

        Scenario: A bell learns the code of the chime
            Given a house with a doorbell
            When bell-1 is given the code of chime-1
            Then bell-1 shows "Paired with chime-1"

        Scenario: Another code is refused
            Given a house with a doorbell
            When bell-1 is given the code "0"
            Then bell-1 shows "Wrong code"

        @time-travel
        Scenario: A code lasts a minute
            Given a house with a doorbell
            When bell-1 is given the code of chime-1 after a minute
            Then bell-1 shows "Wrong code"
