@access-control @browser @devices-by-wire @time-travel
Feature: Admin panel: Enrolled cards
  This view shows a complete list of all cards that have been successfully registered (enrolled) in the MRS (Mastercard
  Reward System).

  Rule: The list has the columns, filters and export of the Access Control description

    Scenario: A card that was enrolled
      Given MACS with its third parties
      And the acquirer approves cards as MCG
      And the ruleset "Sporty"
        | parameter                  | value   |
        | Number of free invitations | 2       |
        | Number of paid invitations | 5       |
        | Amount                     | 25 EUR  |
        | Spend amount               | 100 EUR |
        | Spend period in days       | 10      |
      And Anna has a Gold card of Alpha Bank
      And MRS tells of a purchase of 120.00 EUR in category 5941 on 2026-01-04 12:00
      And MRS is asked for 10 days
      And macs-1 is paired
      And Anna has entered at macs-1
      And Alice, an Issuer, is signed in
      When Alice opens the tab Enrolled cards
      Then the table "Enrolled cards" of Alice has the columns
        | Masked PAN | AREF | ICA | Product | Enrollment Date |
      And Alice sees in the table "Enrolled cards"
        | ICA  | Product | Enrollment Date     |
        | 1001 | MCG     | 2026-01-05 09:00:00 |
      When Alice exports the report
      Then the file has exactly the columns
        | column                 |
        | Masked PAN             |
        | HASH                   |
        | AREF                   |
        | ICA                    |
        | Issuer name            |
        | Product code           |
        | Enrollment date        |
        | Available free entries |
        | Available paid entries |
        | Ruleset ID             |
      And the file has the rows
        | ICA  | Issuer name | Product code | Enrollment date      | Available free entries | Available paid entries | Ruleset ID |
        | 1001 | Alpha Bank  | MCG          | 2026-01-05T08:00:00Z | 1                      | 5                      | 1          |
      When Alice filters the list by
        | filter  | text |
        | Product | MPL  |
      Then Alice reads "No enrolled card matches these filters."
      When Alice filters the list by
        | filter        | text             |
        | Product       | MCG              |
        | BIN           | 543211           |
        | ICA           | 1001             |
        | Created from  | 2026-01-05T09:00 |
        | Created until | 2026-01-05T09:01 |
      And Alice opens the card of Anna
      Then Alice sees the details
        | parameter             | value |
        | Product               | MCG   |
        | Number of free visits | 1     |
        | Number of paid visits | 5     |
      When Alice chooses "Show rule"
      Then Alice sees the details
        | parameter  | value  |
        | Ruleset ID | 1      |
        | Name       | Sporty |

    Scenario: No card is enrolled yet
      Given MACS with a lounge and a fast line
      And Alice, a Call Center, is signed in
      When Alice opens the tab Enrolled cards
      Then Alice reads "No card is enrolled yet."
      And Alice is not offered "Export"

  Rule: Administrators verify and manage card enrollments, so that only authorized users receive the perks

    Background:
      Given MACS with its third parties
      And the acquirer approves cards as MCG
      And the ruleset "Sporty"
        | parameter                  | value   |
        | Number of free invitations | 9       |
        | Spend amount               | 100 EUR |
        | Spend period in days       | 10      |
      And Anna has a Gold card of Alpha Bank
      And MRS tells of a purchase of 120.00 EUR in category 5941 on 2026-01-04 12:00
      And MRS is asked for 10 days
      And MRS says that the accounts of its cards are ACTIVE
      And macs-1 is paired
      And Anna has entered at macs-1
      And Alice, an Admin, is signed in

    Scenario: MRS is asked whether it still knows the card
      When Alice opens the tab Enrolled cards
      And Alice opens the card of Anna
      And Alice chooses "Verify with MRS"
      Then Alice reads "MRS, asked by alice@macs.example on 2026-01-05 09:00:00: ACTIVE"
      When Alice opens the tab Enrolled cards
      Then all columns of the table "Enrolled cards" are in sight of Alice on a telephone
      When Alice opens the card of Anna
      And MRS says that the accounts of its cards are CLOSED
      And Alice chooses "Verify with MRS"
      Then Alice reads "MRS, asked by alice@macs.example on 2026-01-05 09:00:00: CLOSED"

    Scenario: A card whose enrollment is suspended is let in nowhere
      When Alice opens the tab Enrolled cards
      And Alice opens the card of Anna
      And Alice fills in
        | field                    | text            |
        | Reason of the suspension | Reported stolen |
      And Alice chooses "Suspend"
      Then Alice reads "SUSPENDED by alice@macs.example on 2026-01-05 09:00:00: Reported stolen"
      When Anna taps her card again at macs-1
      Then macs-1 refuses the entry with UNMET_REQUIREMENTS
      When Alice chooses "Reactivate"
      And Anna taps her card again at macs-1
      Then macs-1 lets the cardholder in for free

    Scenario: An enrollment that is removed is made anew by the next entry
      When Alice opens the tab Enrolled cards
      And Alice opens the card of Anna
      And Alice chooses "Remove the enrollment"
      And Alice chooses "Remove"
      Then Alice reads "No card is enrolled yet."
      When Anna taps her card again at macs-1
      And Alice opens the tab Enrolled cards
      Then Alice sees in the table "Enrolled cards"
        | ICA  | Product |
        | 1001 | MCG     |

    Scenario Outline: A <role> sees enrollments and does not change them
      Given Carla, a <role>, is signed in
      When Carla opens the tab Enrolled cards
      And Carla opens the card of Anna
      Then Carla is not offered "Verify with MRS"
      And Carla is not offered "Suspend"

      Examples:
        | role        |
        | User        |
        | Call Center |
