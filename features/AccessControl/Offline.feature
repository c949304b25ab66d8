@access-control @time-travel
Feature: Offline entrances
  In case a POS has no internet connection at the moment a cardholder is trying to use it, the POS checks if the card is
  between one of the BIN ranges, or on the whitelist, and allows to enter in this case.

  Background:
    Given MACS with a lounge and a fast line

  Rule: A card within a BIN range or on the whitelist gets in

    Scenario: A card within a BIN range
      Given the ruleset "Polish banks"
        | parameter                  | value |
        | Country                    | POL   |
        | Number of free invitations | 5     |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      When macs-1 goes offline
      And Anna taps her card at macs-1
      Then macs-1 lets the cardholder in offline as OFFLINE_BIN
      And macs-1 keeps 1 offline entry

    Scenario: A card on the whitelist
      Given Anna has a card of a bank that MACS does not know
      And Anna's card is on the whitelist
      And macs-1 is paired
      When macs-1 goes offline
      And Anna taps her card at macs-1
      Then macs-1 lets the cardholder in offline as OFFLINE_WHITELIST

    Scenario: A card in no range and on no list
      Given the ruleset "Polish banks"
        | parameter                  | value |
        | Country                    | POL   |
        | Number of free invitations | 5     |
      And Anna has a Gold card of Beta Bank
      And macs-1 is paired
      When macs-1 goes offline
      And Anna taps her card at macs-1
      Then macs-1 shows "Without connection this card can't be accepted."

    Scenario: The ranges are those of the device's own location
      Given the ruleset "Lounge only"
        | parameter                  | value  |
        | Services                   | Lounge |
        | Country                    | POL    |
        | Number of free invitations | 5      |
      And Anna has a Gold card of Alpha Bank
      And macs-3 is paired
      When macs-3 goes offline
      And Anna taps her card at macs-3
      Then macs-3 shows "Without connection this card can't be accepted."

  Rule: Ranges and list are downloaded daily or manually

    Background:
      Given Anna has a card of a bank that MACS does not know

    Scenario: What is new comes within a day
      Given macs-1 is paired
      When Anna's card is put on the whitelist
      And 1 day pass
      And macs-1 goes offline
      And Anna taps her card at macs-1
      Then macs-1 lets the cardholder in offline as OFFLINE_WHITELIST

    Scenario: Before the day is over the old list holds
      Given macs-1 is paired
      When Anna's card is put on the whitelist
      And 23 hours pass
      And macs-1 goes offline
      And Anna taps her card at macs-1
      Then macs-1 shows "Without connection this card can't be accepted."

    Scenario: Staff downloads the lists
      Given macs-1 is paired
      When Anna's card is put on the whitelist
      And macs-1 downloads the lists
      And macs-1 goes offline
      And Anna taps her card at macs-1
      Then macs-1 lets the cardholder in offline as OFFLINE_WHITELIST

    Scenario: The lists stay over a power cut
      Given Anna's card is on the whitelist
      And macs-1 is paired
      When macs-1 goes offline
      And macs-1 loses power for a moment
      And Anna taps her card at macs-1
      Then macs-1 lets the cardholder in offline as OFFLINE_WHITELIST

  Rule: Offline entrances are reported, none lost and none twice

    Scenario: The entries are reported when the connection is back
      Given the ruleset "Polish banks"
        | parameter                  | value |
        | Country                    | POL   |
        | Number of free invitations | 5     |
      And Anna has a Gold card of Alpha Bank
      And Boris has a Gold card of Alpha Bank
      And macs-1 is paired
      When macs-1 goes offline
      And Anna taps her card at macs-1
      And Boris taps his card at macs-1
      Then macs-1 keeps 2 offline entries
      When macs-1 is online again
      Then macs-1 has reported all offline entries
      And Anna has 1 completed operation
      And the latest operation of Boris is
        | column  | value              |
        | Type    | OFFLINE_BIN        |
        | Ruleset | Polish banks       |
        | Rule    | fallback BIN range |

    Scenario: The entries are kept over a power cut
      Given the ruleset "Polish banks"
        | parameter                  | value |
        | Country                    | POL   |
        | Number of free invitations | 5     |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      When macs-1 goes offline
      And Anna taps her card at macs-1
      Then macs-1 keeps 1 offline entry
      When macs-1 loses power for a moment
      And macs-1 is online again
      Then macs-1 has reported all offline entries
      And Anna has 1 completed operation

    Scenario: An offline entry takes a visit
      Given the ruleset "Polish banks"
        | parameter                  | value |
        | Country                    | POL   |
        | Number of free invitations | 1     |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      When macs-1 goes offline
      And Anna taps her card at macs-1
      Then macs-1 lets the cardholder in offline as OFFLINE_BIN
      When macs-1 is online again
      Then macs-1 has reported all offline entries
      When Anna taps her card again at macs-1
      Then macs-1 refuses the entry with LIMIT_EXCEEDED

    Scenario: On a slow network the report takes longer and counts once
      Given the ruleset "Polish banks"
        | parameter                  | value |
        | Country                    | POL   |
        | Number of free invitations | 5     |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      When macs-1 goes offline
      And Anna taps her card at macs-1
      Then macs-1 keeps 1 offline entry
      When the network of macs-1 becomes slow
      Then macs-1 has reported all offline entries
      And Anna has 1 completed operation
