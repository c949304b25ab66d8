@access-control @browser @devices-by-wire @time-travel
Feature: Admin panel: without a mouse
  Everything in the panel can be done by keyboard alone, and the focus is always visible.

  Rule: A keyboard is enough

    Scenario: From a new location to the report
      Given MACS with a lounge and a fast line
      And Anna has a Gold card of Alpha Bank
      And Alice, an Admin, has an account
      And Alice has no mouse
      When Alice signs in
      And Alice opens the page /admin/locations/waw-lounge
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
      When Alice opens the tab Rules
      And Alice chooses "Add a rule"
      And Alice fills in
        | field                                             | text           |
        | Name                                              | Gold in Gdansk |
        | Product Code                                      | MCG            |
        | Location: Gdansk Lounge (POL, Lounge)             | on             |
        | Cardholder entry cost: Number of free invitations | 1              |
      And Alice chooses "Add rule"
      And Anna enters at macs-1
      And Alice opens the tab Operations
      And Alice filters the list by
        | filter  | text      |
        | Status  | COMPLETED |
        | Service | Lounge    |
      And Alice opens the latest operation of Anna
      And Alice fills in
        | field           | text          |
        | Reversal Reason | Wrong cabinet |
      And Alice chooses "Reverse"
      Then Alice is told "The operation was reversed."
      When Alice opens the tab Operations
      And Alice exports the Detailed report
      Then the file has the rows
        | Status   | Terminal | Reversed reason |
        | REVERSED | MACS-1   | Wrong cabinet   |

    Scenario: The first stop of a page leads past the tabs to the content
      Given MACS with a lounge and a fast line
      And Alice, an Admin, is signed in
      And Alice has no mouse
      When Alice opens the tab Locations
      And Alice goes to the content by the first stop
      Then the next stop of Alice is "Add a location"
