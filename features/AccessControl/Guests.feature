@access-control @time-travel
Feature: Guests
  The POS shows a number selector for guests, up to the maximum number of guests received in the response.

  Background:
    Given MACS with a lounge and a fast line

  Rule: Adult guests

    Scenario: Free invitations go first, then paid ones
      Given the ruleset "With guests"
        | parameter                      | value  |
        | Number of free invitations     | 9      |
        | Adult guests: free invitations | 2      |
        | Adult guests: paid invitations | 3      |
        | Adult guests: amount           | 20 EUR |
        | Adult guests: per flight       | 3      |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      When Anna enters at macs-1 with 3 adult guests and 0 children
      Then the latest operation of Anna is
        | column            | value |
        | Free adult guests | 2     |
        | Paid adult guests | 1     |
      When Anna taps her card again at macs-1
      Then macs-1 shows "Adult guests: 0 of 2"
      And macs-1 shows "Paid adult guest: 20.00 EUR"

    Scenario: The selector goes no further than the number of guests per flight
      Given the ruleset "With guests"
        | parameter                      | value |
        | Number of free invitations     | 9     |
        | Adult guests: free invitations | 9     |
        | Adult guests: per flight       | 1     |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has tapped her card at macs-1
      When [Adult guest +] is pressed on macs-1
      Then macs-1 shows "Adult guests: 1 of 1"
      And [Adult guest +] on macs-1 is not active

    Scenario: A ruleset without guests lets none in
      Given everybody has 3 free visits
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      When Anna taps her card at macs-1
      Then macs-1 shows "Adult guests: 0 of 0"
      And [Adult guest +] on macs-1 is not active
      And [Child +] on macs-1 is not active

  Rule: Children

    Scenario Outline: Free entry for children under 6 years: <ages> years
      Given the ruleset "Families"
        | parameter                         | value |
        | Number of free invitations        | 9     |
        | Children guests: free invitations | 1     |
        | Children guests: paid invitations | 9     |
        | Children guests: amount           | 5 EUR |
        | Children guests: per flight       | 3     |
        | Children guests: free under age   | 6     |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      When Anna enters at macs-1 with 3 children of <ages> years
      Then the latest operation of Anna is
        | column               | value  |
        | Free children guests | <free> |
        | Paid children guests | <paid> |

      Examples:
        | ages    | free | paid |
        | 2, 4, 5 | 3    | 0    |
        | 4, 6, 7 | 2    | 1    |
        | 6, 7, 8 | 1    | 2    |

    Scenario: More older children than invitations
      Given the ruleset "Families"
        | parameter                         | value |
        | Number of free invitations        | 9     |
        | Children guests: free invitations | 1     |
        | Children guests: per flight       | 3     |
        | Children guests: free under age   | 6     |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has tapped her card at macs-1
      When [Child +] is pressed on macs-1
      And [Child +] is pressed on macs-1
      And the entry is confirmed on macs-1
      Then macs-1 refuses the entry with LIMIT_EXCEEDED

    Scenario: After a refused confirmation the card is tapped again, with fewer guests
      Given the ruleset "Families"
        | parameter                         | value |
        | Number of free invitations        | 9     |
        | Children guests: free invitations | 1     |
        | Children guests: per flight       | 3     |
        | Children guests: free under age   | 6     |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has tapped her card at macs-1
      When [Child +] is pressed on macs-1
      And [Child +] is pressed on macs-1
      And the entry is confirmed on macs-1
      Then macs-1 refuses the entry with LIMIT_EXCEEDED
      When [OK] is pressed on macs-1
      And Anna enters at macs-1 with 0 adult guests and 1 child
      Then Anna has 1 completed operation

  Rule: What is to be paid is said before and after

    Scenario: The terminal says what a confirmed entry costs
      Given the ruleset "With guests"
        | parameter                      | value  |
        | Number of paid invitations     | 9      |
        | Amount                         | 25 EUR |
        | Adult guests: paid invitations | 3      |
        | Adult guests: amount           | 20 EUR |
        | Adult guests: per flight       | 3      |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has tapped her card at macs-1
      When [Adult guest +] is pressed on macs-1
      And the entry is confirmed on macs-1 and nobody answers yet
      Then macs-1 confirms the entrance
      And macs-1 shows "To be paid: 45.00 EUR"
