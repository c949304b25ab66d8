@access-control @browser @devices-by-wire @time-travel
Feature: Admin panel: Operations
  The Operations tab provides a real-time list of all card entry events (or access attempts) processed by the system.

  Rule: An entry appears by itself

    Background:
      Given MACS with a lounge and a fast line

    Scenario: A card is tapped while the list is open
      Given everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Alice, an Admin, is signed in
      And Alice has opened the tab Operations
      When Anna enters at macs-1
      Then Alice sees in the table "Operations"
        | Country of Location | Date                | Service | Status    | Type   |
        | POL                 | 2026-01-05 09:00:00 | Lounge  | COMPLETED | ONLINE |
      When Anna taps her card again at macs-1
      Then Alice sees in the table "Operations"
        | Status    |
        | REJECTED  |
        | COMPLETED |

    Scenario: An entry that was confirmed later than it was asked for shows both times
      Given everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Alice, an Admin, is signed in
      And Alice has opened the tab Operations
      When Anna taps her card at macs-1
      And 2 minutes pass
      And the entry is confirmed on macs-1
      Then Alice sees in the table "Operations"
        | Date                                          | Status    |
        | 2026-01-05 09:00:00 entry 2026-01-05 09:02:00 | COMPLETED |

    Scenario: On a telephone everything of an operation is seen
      Given everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered at macs-1
      And Alice, an Admin, is signed in
      And Alice has opened the tab Operations
      Then all columns of the table "Operations" are in sight of Alice on a telephone

    Scenario: A card is tapped after the list was read and before its page hears of news
      Given everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Alice, an Admin, is signed in
      And the network of Alice is slow to bring news of a list
      And Alice has opened the tab Operations
      When Anna enters at macs-1
      And the network brings Alice the news
      Then Alice sees in the table "Operations"
        | Status    |
        | COMPLETED |

    Scenario: What nobody confirms expires by itself
      Given everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has tapped her card at macs-1
      And Alice, an Admin, is signed in
      And Alice has opened the tab Operations
      Then Alice sees in the table "Operations"
        | Status  |
        | CREATED |
      When 5 minutes pass
      Then Alice sees in the table "Operations"
        | Status  |
        | EXPIRED |

    Scenario: There is none yet
      Given Alice, an Admin, is signed in
      When Alice opens the tab Operations
      Then Alice reads "There is no operation yet."

  Rule: The list is filtered, and the filters are in the address

    Background:
      Given MACS with a lounge and a fast line

    Scenario Outline: The filter <filter>
      Given everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And Boris has a Gold card of Beta Bank
      And macs-1 and macs-3 are paired
      And Anna has entered at macs-1
      And Boris has tapped his card at macs-3
      And Alice, an Admin, is signed in
      When Alice opens the tab Operations
      And Alice filters the list by
        | filter   | text   |
        | <filter> | <text> |
      Then Alice sees in the table "Operations"
        | Country of Location | Service   | Status  |
        | DEU                 | Fast Line | CREATED |

      Examples:
        | filter              | text      |
        | Country of Location | DEU       |
        | BIN                 | 520082    |
        | Service             | Fast Line |
        | Status              | CREATED   |

    Scenario: By date, in the zone of the browser
      Given everybody has 2 free visits
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered at macs-1
      When 1 hour passes
      And Anna enters at macs-1
      Given Alice, an Admin, is signed in
      And Boris, a User, is signed in
      When Alice opens the tab Operations
      And Alice filters the list by
        | filter    | text             |
        | Date from | 2026-01-05T09:30 |
      Then Alice sees in the table "Operations"
        | Date                |
        | 2026-01-05 10:00:00 |
      When Boris opens the address that Alice sends
      Then Boris sees in the table "Operations"
        | Date                |
        | 2026-01-05 10:00:00 |

    Scenario: A filter that can't be right is told
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/operations?bin=12
      Then Alice is told at the field "BIN": "BIN must be the first six digits of a card number."

    Scenario Outline: Sorted by <column>
      Given everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And Boris has a Gold card of Beta Bank
      And macs-1 and macs-3 are paired
      And Boris has tapped his card at macs-3
      And Anna has entered at macs-1
      And Alice, an Admin, is signed in
      When Alice opens the tab Operations
      Then Alice sees in the table "Operations"
        | Country of Location | Service   |
        | POL                 | Lounge    |
        | DEU                 | Fast Line |
      When Alice chooses "<column>"
      Then Alice sees in the table "Operations"
        | Country of Location | Service   |
        | DEU                 | Fast Line |
        | POL                 | Lounge    |

      Examples:
        | column              |
        | Country of Location |
        | Masked PAN          |
        | Service             |

    Scenario: Sorted by status
      Given everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered at macs-1
      And Anna has tapped her card at macs-1
      And Alice, an Admin, is signed in
      When Alice opens the tab Operations
      And Alice chooses "Status"
      Then Alice sees in the table "Operations"
        | Status    |
        | COMPLETED |
        | REJECTED  |

  Rule: Operation details

    Scenario: What the details say
      Given MACS with a lounge and a fast line
      And the ruleset "Paid"
        | parameter                    | value     |
        | Number of paid invitations   | unlimited |
        | Amount                       | 25 EUR    |
        | Adult guests: per flight     | 2         |
        | Adult guests: free invitations | 1       |
        | Adult guests: paid invitations | 5       |
        | Adult guests: amount         | 10 EUR    |
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered at macs-1 with 2 adult guests and 0 children
      And Alice, an Issuer, is signed in
      When Alice opens the tab Operations
      And Alice opens the latest operation of Anna
      Then Alice sees the details
        | parameter              | value               |
        | Product                | MCG                 |
        | Terminal               | MACS-1              |
        | Reject error code      |                     |
        | ICA ID                 | 1001                |
        | ICA name               | Alpha Bank          |
        | Last change date       | 2026-01-05 09:00:00 |
        | Requested date         | 2026-01-05 09:00:00 |
        | Payment                | CONTACTLESS         |
        | Reversed by            |                     |
        | Paid cardholder        | true                |
        | Amount                 | 25.00 EUR           |
        | Free adult guests      | 1                   |
        | Paid adult guests      | 1                   |
        | Free children guests   | 0                   |
        | Paid children guests   | 0                   |

    Scenario: Why an entry was refused
      Given MACS with a lounge and a fast line
      And everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered at macs-1
      And Anna has tapped her card at macs-1
      And Carla, a Call Center, is signed in
      When Carla opens the tab Operations
      And Carla opens the latest operation of Anna
      Then Carla sees the details
        | parameter         | value                      |
        | Status            | REJECTED                   |
        | Reject error code | LIMIT_EXCEEDED             |
        | Decided by        | Number of free invitations |

    Scenario: Show rule, as it was then
      Given MACS with a lounge and a fast line
      And everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered at macs-1
      And Alice, an Admin, is signed in
      When 1 minute passes
      And Alice opens the page /admin/rules/1/edit
      And Alice fills in
        | field                                             | text |
        | Cardholder entry cost: Number of free invitations | 7    |
      And Alice chooses "Save"
      And Alice opens the tab Operations
      And Alice opens the latest operation of Anna
      And Alice chooses "Show rule"
      Then Alice sees the details
        | parameter                                         | value     |
        | Ruleset ID                                        | 1         |
        | Name                                              | Everybody |
        | Cardholder entry cost: Number of free invitations | 1         |

    Scenario: Show transactions
      Given MACS with its third parties
      And the acquirer approves cards as MCG
      And the ruleset "Sporty"
        | parameter                  | value   |
        | Number of free invitations | 2       |
        | Spend amount               | 100 EUR |
        | Spend period in days       | 10      |
      And Anna has a Gold card of Alpha Bank
      And MRS tells of a purchase of 120.00 EUR in category 5941 on 2026-01-04 12:00
      And MRS is asked for 10 days
      And macs-1 is paired
      And Anna has entered at macs-1
      And Alice, an Issuer, is signed in
      When Alice opens the tab Operations
      And Alice opens the latest operation of Anna
      And Alice chooses "Show transactions"
      Then Alice sees in the table "Transactions"
        | Date                | MCC ID | Amount     |
        | 2026-01-04 13:00:00 | 5941   | 120.00 EUR |

  Rule: Cancellation

    Background:
      Given MACS with a lounge and a fast line
      And everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered at macs-1

    Scenario Outline: <role>, <time> after the entry
      When <time> pass
      Given Alice, a <role>, is signed in
      When Alice opens the tab Operations
      And Alice opens the latest operation of Anna
      And Alice fills in
        | field           | text             |
        | Reversal Reason | Tapped by chance |
      And Alice chooses "Reverse"
      Then Alice is told "The operation was reversed."
      And Alice sees the details
        | parameter       | value              |
        | Status          | REVERSED           |
        | Reversed by     | alice@macs.example |
        | Reversed reason | Tapped by chance   |

      Examples:
        | role             | time                      |
        | Service Provider | 29 minutes and 50 seconds |
        | Admin            | 29 minutes and 50 seconds |
        | Admin            | 31 minutes                |

    Scenario: A Service Provider is too late to see the button
      When 31 minutes pass
      Given Alice, a Service Provider, is signed in
      When Alice opens the tab Operations
      And Alice opens the latest operation of Anna
      Then Alice is not offered "Reverse"
      And Alice reads "The 30 minutes following the entry are over"

    Scenario: A Service Provider who sees the button is too late to press it
      When 20 minutes pass
      Given Alice, a Service Provider, is signed in
      When Alice opens the tab Operations
      And Alice opens the latest operation of Anna
      And 11 minutes pass
      And Alice chooses "Reverse"
      Then Alice is told "Not reversed: a Service Provider can reverse an entry only within 30 minutes"
      And Anna has 1 completed operation

    Scenario Outline: A <role> can't reverse
      Given Alice, a <role>, is signed in
      When Alice opens the tab Operations
      And Alice opens the latest operation of Anna
      Then Alice is not offered "Reverse"

      Examples:
        | role        |
        | User        |
        | Issuer      |
        | Call Center |

  Rule: Export Report

    Background:
      Given MACS with a lounge and a fast line
      And everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered at macs-1

    Scenario: Summary has the columns of the list
      Given Anna has tapped her card at macs-1
      And Alice, an Admin, is signed in
      When Alice opens the tab Operations
      And Alice filters the list by
        | filter | text     |
        | Status | REJECTED |
      And Alice exports the Summary report
      Then the file has exactly the columns
        | column              |
        | Country of Location |
        | Masked PAN          |
        | Date                |
        | Service             |
        | Status              |
        | Type                |
      And the file has the rows
        | Country of Location | Date                 | Service | Status   | Type   |
        | POL                 | 2026-01-05T08:00:00Z | Lounge  | REJECTED | ONLINE |

    Scenario: Detailed has those of the details too
      Given Alice, an Issuer, is signed in
      When Alice opens the tab Operations
      And Alice exports the Detailed report
      Then the file has the rows
        | Status    | Product | Terminal | ICA ID | ICA name   | Payment     | Paid cardholder | Ruleset ID |
        | COMPLETED | MCG     | MACS-1   | 1001   | Alpha Bank | CONTACTLESS | false           | 1          |

    Scenario: A spreadsheet
      Given Alice, a Service Provider, is signed in
      When Alice opens the tab Operations
      And Alice exports the Detailed report as a spreadsheet
      Then the spreadsheet says "COMPLETED"

    Scenario: A text that a spreadsheet would run is made harmless
      Given Alice, an Admin, is signed in
      When Alice opens the tab Operations
      And Alice opens the latest operation of Anna
      And Alice fills in
        | field           | text       |
        | Reversal Reason | =1+cmd.exe |
      And Alice chooses "Reverse"
      And Alice opens the tab Operations
      And Alice exports the Detailed report
      Then the file has the rows
        | Status   | Reversed reason |
        | REVERSED | '=1+cmd.exe     |
