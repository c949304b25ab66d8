@access-control @time-travel
Feature: Reversal of an entry
  The status change is possible only from COMPLETED to REVERSED. Admins can perform reversals without any time
  restrictions, Service Providers only within 30 minutes following the entry.

  Background:
    Given MACS with a lounge and a fast line
    And everybody has 1 free visit
    And Anna has a Gold card of Alpha Bank
    And macs-1 is paired

  Rule: A reversed operation is not included in the total count of entries for the card

    Scenario: The reversal of the only free visit gives it back
      Given Anna has entered at macs-1
      When Anna taps her card again at macs-1
      Then macs-1 refuses the entry with LIMIT_EXCEEDED
      Given Boris has a Gold card of Alpha Bank
      And Boris has entered at macs-1
      When an Admin reverses Boris's latest entry
      Then the latest operation of Boris is
        | column          | value               |
        | Status          | REVERSED            |
        | Reversed by     | admin@macs.example  |
        | Reversed reason | entered by mistake  |
      When Boris taps his card again at macs-1
      Then macs-1 shows "Free visits left: 1"

  Rule: Who may reverse, and how long

    Scenario Outline: A Service Provider <time> after the entry
      Given Anna has entered at macs-1
      When <time> pass
      And a Service Provider tries to reverse Anna's latest entry
      Then the latest operation of Anna is
        | column | value    |
        | Status | <status> |

      Examples:
        | time                      | status    |
        | 29 minutes and 50 seconds | REVERSED  |
        | 31 minutes                | COMPLETED |

    Scenario: An Admin a year after the entry
      Given Anna has entered at macs-1
      When 365 days pass
      And an Admin reverses Anna's latest entry
      Then Anna has 0 completed operations

    Scenario Outline: The role <role> may not reverse
      Given Anna has entered at macs-1
      When a <role> tries to reverse Anna's latest entry
      Then the reversal is refused with NOT_ALLOWED
      And Anna has 1 completed operation

      Examples:
        | role        |
        | User        |
        | Call Center |

    Scenario: What was reversed can not be reversed again
      Given Anna has entered at macs-1
      And an Admin has reversed Anna's latest entry
      When an Admin tries to reverse Anna's latest entry
      Then the reversal is refused with NOT_COMPLETED

    Scenario: What was not confirmed can not be reversed
      Given Anna has tapped her card at macs-1
      When an Admin tries to reverse Anna's latest entry
      Then the reversal is refused with NOT_COMPLETED
