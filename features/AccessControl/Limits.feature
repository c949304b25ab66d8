@access-control @time-travel
Feature: Limits of a ruleset
  Every parameter of "Adding a new rule": which cards a ruleset is for, and how often they get in.

  Background:
    Given MACS with a lounge and a fast line

  Rule: A ruleset is for the cards that its parameters describe

    Scenario Outline: <parameter> <value>: <who>
      Given the ruleset "Selected cards"
        | parameter                  | value   |
        | <parameter>                | <value> |
        | Number of free invitations | 2       |
      And Anna has <card>
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 shows "<shown>"

      Examples:
        | parameter        | value | card                           | who                              | shown                                              |
        | Country          | POL   | a Gold card of Alpha Bank      | a card of a bank of that country | Free visits left: 2                                |
        | Country          | POL   | a Gold card of Beta Bank       | a card of another country's bank | Your card is not allowed to be used in this location. |
        | Product Code     | MPL   | a Platinum card of Alpha Bank  | a card of that product           | Free visits left: 2                                |
        | Product Code     | MPL   | a Gold card of Alpha Bank      | a card of another product        | Your card is not allowed to be used in this location. |
        | ICA              | 1002  | a Gold card of Beta Bank       | a card of that ICA               | Free visits left: 2                                |
        | ICA              | 1002  | a Gold card of Alpha Bank      | a card of another ICA            | Your card is not allowed to be used in this location. |
        | Services         | Lounge | a Gold card of Alpha Bank     | the service of the location      | Free visits left: 2                                |
        | Services         | Fast Line | a Gold card of Alpha Bank  | another service                  | Your card is not allowed to be used in this location. |
        | Location country | POL   | a Gold card of Alpha Bank      | a location in that country       | Free visits left: 2                                |
        | Location country | DEU   | a Gold card of Alpha Bank      | a location in another country    | Your card is not allowed to be used in this location. |
        | Location         | waw-lounge | a Gold card of Alpha Bank | that location                    | Free visits left: 2                                |
        | Location         | ber-fast | a Gold card of Alpha Bank   | another location                 | Your card is not allowed to be used in this location. |
        | RPM ruleset      | on    | a Gold card of Alpha Bank      | RPM has not said that it may     | Requirements to access the service are not fulfiled. |

    Scenario Outline: BIN range 543212-543213 of an ICA: a number that begins with <bin>
      Given the ruleset "Selected BINs"
        | parameter                  | value         |
        | ICA                        | 1001          |
        | BIN ranges                 | 543212-543213 |
        | Number of free invitations | 2             |
      And Anna has a card whose number begins with <bin>
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 shows "<shown>"

      Examples:
        | bin       | shown                |
        | 543211999 | MISSING_ACCESS_RULES |
        | 543212000 | Free visits left: 2  |
        | 543213999 | Free visits left: 2  |
        | 543214000 | MISSING_ACCESS_RULES |

    Scenario Outline: A ruleset of one hour, <time> after its beginning
      Given macs-1 is paired
      And the ruleset "One hour"
        | parameter                  | value            |
        | Valid from                 | 2026-01-05 09:00 |
        | Valid to                   | 2026-01-05 10:00 |
        | Number of free invitations | 2                |
      And Anna has a Gold card of Alpha Bank
      When it is <clock>
      And Anna taps her card at macs-1
      Then macs-1 shows "<shown>"

      Examples:
        | clock    | time                  | shown                |
        | 08:59:59 | one second before     | MISSING_ACCESS_RULES |
        | 09:00:00 | no time               | Free visits left: 2  |
        | 09:59:59 | 59 minutes 59 seconds | Free visits left: 2  |
        | 10:00:00 | one hour              | MISSING_ACCESS_RULES |

  Rule: Entries are limited

    Scenario: Once all free entries have been used, the ruleset for paid entries automatically becomes applicable
      Given the ruleset "Free, then paid"
        | parameter                  | value     |
        | Number of free invitations | 1         |
        | Number of paid invitations | 1         |
        | Amount                     | 25.50 EUR |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      When Anna enters at macs-1
      And Anna taps her card again at macs-1
      Then macs-1 lets the cardholder in for 25.50 EUR
      When the entry is confirmed on macs-1
      Then the latest operation of Anna is
        | column          | value                      |
        | Paid cardholder | true                       |
        | Rule            | Number of paid invitations |
      When Anna taps her card again at macs-1
      Then macs-1 refuses the entry with LIMIT_EXCEEDED
      And the latest operation of Anna is
        | column            | value                      |
        | Status            | REJECTED                   |
        | Reject error code | LIMIT_EXCEEDED             |
        | Ruleset           | Free, then paid            |
        | Rule              | Number of paid invitations |

    Scenario: Free entries can be unlimited
      Given the ruleset "Always"
        | parameter                  | value     |
        | Number of free invitations | unlimited |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered 3 times at macs-1
      When Anna taps her card again at macs-1
      Then macs-1 shows "Free visits left: unlimited"

    Scenario Outline: An entry counts for its period of 30 days: <time> later
      Given the ruleset "One a month"
        | parameter                  | value |
        | Number of free invitations | 1     |
        | Period of time in days     | 30    |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered at macs-1
      When <time> pass
      And Anna taps her card again at macs-1
      Then macs-1 shows "<shown>"

      Examples:
        | time                                              | shown               |
        | 29 days and 23 hours and 59 minutes and 50 seconds | LIMIT_EXCEEDED      |
        | 30 days                                           | Free visits left: 1 |

    Scenario: Number of usage per each location
      Given the ruleset "Once here"
        | parameter                         | value |
        | Number of free invitations        | 5     |
        | Number of usage per each location | 1     |
      And Anna has a Gold card of Alpha Bank
      And macs-1 and macs-3 are paired
      And Anna has entered at macs-1
      When Anna taps her card again at macs-1
      Then macs-1 refuses the entry with LIMIT_EXCEEDED
      When Anna taps her card at macs-3
      Then macs-3 shows "Free visits left: 4"

    Scenario: Total number of usage by all cards together
      Given the ruleset "First two"
        | parameter                  | value |
        | Total number of usage      | 2     |
        | Number of free invitations | 5     |
      And Anna has a Gold card of Alpha Bank
      And Boris has a Gold card of Alpha Bank
      And Clara has a Gold card of Alpha Bank
      And macs-1 is paired
      When Anna enters at macs-1
      And Boris enters at macs-1
      And Clara taps her card at macs-1
      Then macs-1 refuses the entry with LIMIT_EXCEEDED
      And the latest operation of Clara is
        | column | value                 |
        | Rule   | Total number of usage |

    Scenario: With the RPM ruleset switched on nobody gets in: this lab has no RPM service to ask
      Given the ruleset "External rules"
        | parameter                  | value |
        | RPM ruleset                | on    |
        | Number of free invitations | 2     |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 refuses the entry with UNMET_REQUIREMENTS
      And the latest operation of Anna is
        | column            | value              |
        | Status            | REJECTED           |
        | Reject error code | UNMET_REQUIREMENTS |
        | Ruleset           | External rules     |
        | Rule              | RPM ruleset        |

    Scenario Outline: A cooldown of 30 minutes at the lounge: <time> after the visit, at <device>
      Given everybody has 5 free visits
      And the lounge has a cooldown of 30 minutes
      And Anna has a Gold card of Alpha Bank
      And macs-1 and <device> are paired
      And Anna has entered at macs-1
      When <time> pass
      And Anna taps her card at <device>
      Then <device> shows "<shown>"

      Examples:
        | time                      | device | shown               |
        | 29 minutes and 50 seconds | macs-2 | COOLDOWN_ACTIVE     |
        | 30 minutes                | macs-2 | Free visits left: 4 |
        | 1 minute                  | macs-3 | Free visits left: 4 |

    Scenario: The first ruleset that gives a free entry decides
      Given the ruleset "Paid for all"
        | parameter                  | value  |
        | Number of paid invitations | 9      |
        | Amount                     | 30 EUR |
      And the ruleset "Free for Gold"
        | parameter                  | value |
        | Product Code               | MCG   |
        | Number of free invitations | 1     |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      When Anna enters at macs-1
      Then the latest operation of Anna is
        | column  | value         |
        | Ruleset | Free for Gold |
      When Anna taps her card again at macs-1
      Then macs-1 lets the cardholder in for 30.00 EUR
