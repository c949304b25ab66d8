@access-control @browser @devices-by-wire @time-travel
Feature: Admin panel: the whole path
  From a new location to an entry in the report: the pairing process, a rule, a card, its reversal and the report.

  Rule: An operator needs nothing but the Admin Panel and the POS

    Scenario: From a new location to the report
      Given MACS with a lounge and a fast line
      And Anna has a Gold card of Alpha Bank
      And Alice, an Admin, is signed in
      And Boris, a Service Provider, is signed in
      When Alice opens the page /admin/locations/waw-lounge
      And Alice chooses "Delete MACS-1"
      And Alice chooses "Delete"
      And Alice opens the tab Locations
      And Alice chooses "Add a location"
      And Alice fills in
        | field        | text          |
        | Name         | Gdansk Lounge |
        | Country code | POL           |
        | Service      | Lounge        |
        | Postal code  | 80-298        |
        | City         | Gdansk        |
      And Alice chooses "Add location"
      And Alice fills in
        | field | text   |
        | ID    | MACS-1 |
      And Alice chooses "Add terminal"
      And Alice chooses "Get Pairing Code of MACS-1"
      And the pairing code that Alice reads is entered on macs-1
      Then macs-1 shows "PAIRED"
      When Alice opens the page /admin/locations/gdansk-lounge
      Then Alice sees in the table "Terminal list"
        | Terminal ID | Terminal Status |
        | MACS-1      | PAIRED          |
      When Alice opens the tab Rules
      And Alice chooses "Add a rule"
      And Alice fills in
        | field                                             | text          |
        | Name                                              | Gold in Gdansk |
        | Product Code                                      | MCG           |
        | Location: Gdansk Lounge (POL, Lounge)             | on            |
        | Cardholder entry cost: Number of free invitations | 2             |
      And Alice chooses "Add rule"
      And Boris opens the tab Operations
      And Anna enters at macs-1
      Then Boris sees in the table "Operations"
        | Country of Location | Service | Status    | Type   |
        | POL                 | Lounge  | COMPLETED | ONLINE |
      When 29 minutes pass
      And Boris opens the latest operation of Anna
      And Boris fills in
        | field           | text          |
        | Reversal Reason | Wrong cabinet |
      And Boris chooses "Reverse"
      Then Boris is told "The operation was reversed."
      When Anna enters at macs-1
      And Alice opens the page /admin/operations
      And 25 minutes pass
      And Alice opens the page /admin/operations
      And Boris opens the page /admin/operations
      And 6 minutes pass
      And Boris opens the latest operation of Anna
      Then Boris is not offered "Reverse"
      When Alice opens the latest operation of Anna
      And Alice chooses "Reverse"
      Then Alice is told "The operation was reversed."
      When Alice opens the tab Operations
      And Alice exports the Detailed report
      Then the file has the rows
        | Country of Location | Service | Status   | Terminal | Reversed by        | Reversed reason |
        | POL                 | Lounge  | REVERSED | MACS-1   | alice@macs.example |                 |
        | POL                 | Lounge  | REVERSED | MACS-1   | boris@macs.example | Wrong cabinet   |
