@access-control @time-travel
Feature: Entry with a card
  Staff checks the cardholder's identity, the cardholder taps the card, the POS informs about the number of available
  visits, and confirms the entrance.

  Background:
    Given MACS with a lounge and a fast line

  Rule: The terminal user's flow

    Background:
      Given everybody has 3 free visits
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired

    Scenario Outline: The card is read by <way>
      When Anna <way> her card at macs-1
      Then macs-1 shows "Free visits left: 3"
      And macs-1 lets the cardholder in for free
      When the entry is confirmed on macs-1
      Then macs-1 confirms the entrance
      And the latest operation of Anna is
        | column          | value                      |
        | Status          | COMPLETED                  |
        | Type            | ONLINE                     |
        | Payment         | <payment>                  |
        | Terminal        | MACS-1                     |
        | Product         | MCG                        |
        | Ica             | 1001                       |
        | Ica Name        | Alpha Bank                 |
        | Ruleset         | Everybody                  |
        | Rule            | Number of free invitations |
        | Paid cardholder | false                      |

      Examples:
        | way     | payment     |
        | taps    | CONTACTLESS |
        | inserts | CHIP        |

    Scenario: Each entry takes a visit
      Given Anna has entered 2 times at macs-1
      When Anna taps her card at macs-1
      Then macs-1 shows "Free visits left: 1"

    Scenario: A check that is not confirmed takes no visit
      Given Anna has tapped her card at macs-1
      When [Cancel] is pressed on macs-1
      And 5 minutes pass
      And Anna taps her card at macs-1
      Then macs-1 shows "Free visits left: 3"

  Rule: A card whose transaction is not completed is blocked for five minutes

    Scenario Outline: The card is used elsewhere <time> after the check
      Given everybody has 3 free visits
      And Anna has a Gold card of Alpha Bank
      And macs-1 and macs-3 are paired
      And Anna has tapped her card at macs-1
      When <time> pass
      And Anna taps her card at macs-3
      Then macs-3 shows "<shown>"

      Examples:
        | time                     | shown                                                                                                            |
        | 4 minutes and 59 seconds | The card was recently used and the transaction is not completed. Complete the transaction or wait a while and retry. |
        | 5 minutes                | Free visits left: 3                                                                                              |

    Scenario: An entry that is confirmed too late
      Given everybody has 3 free visits
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has tapped her card at macs-1
      When 5 minutes pass
      And the entry is confirmed on macs-1
      Then macs-1 refuses the entry with ACCESS_ID_EXPIRED
      And Anna has 0 completed operations

    Scenario: The last free entry is tapped for at two locations at the same time
      Given everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 and macs-3 are paired
      When Anna taps her card at macs-1 and at macs-3 at the same time
      Then only one of macs-1 and macs-3 lets the cardholder in

  Rule: Cuts and power cuts count an entry once

    Background:
      Given everybody has 3 free visits
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired

    Scenario: The answer to a confirmation is lost
      Given Anna has tapped her card at macs-1
      When macs-1 goes offline
      And the entry is confirmed on macs-1
      Then macs-1 shows "The confirmation has no answer yet."
      When macs-1 is online again
      And [Try again] is pressed on macs-1
      Then macs-1 confirms the entrance
      And Anna has 1 completed operation

    Scenario: The power fails while an entry is being confirmed
      Given Anna has tapped her card at macs-1
      When macs-1 goes offline
      And the entry is confirmed on macs-1 and nobody answers yet
      And macs-1 loses power
      And macs-1 is online again
      And macs-1 has power again
      Then macs-1 confirms the entrance
      And Anna has 1 completed operation

    Scenario: A slow network takes longer and counts once
      Given the network of macs-1 is slow
      When Anna taps her card at macs-1
      And the entry is confirmed on macs-1
      Then macs-1 confirms the entrance
      And Anna has 1 completed operation

  Rule: Where there is no location there is no entry

    Scenario: The location of a terminal is deleted
      Given everybody has 3 free visits
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      When the lounge is deleted
      And Anna taps her card at macs-1
      Then macs-1 shows "The device is not assigned to any location."
      And macs-1 refuses the entry with UNKNOWN_DEVICE
