@access-control @browser @devices-by-wire @time-travel
Feature: Admin panel: Locations
  The main view shows a list of all added locations where a terminal is currently installed and active, or waiting for
  pairing.

  Background:
    Given MACS with a lounge and a fast line

  Rule: The list has the columns and filters of the Access Control description

    Background:
      Given Alice, an Admin, is signed in

    Scenario: Columns
      When Alice opens the tab Locations
      Then Alice sees in the table "Locations"
        | Location Name    | Country code | Service   | City   | Address |
        | Berlin Fast Line | DEU          | Fast Line | Berlin |         |
        | Chopin Lounge    | POL          | Lounge    | Chopin |         |

    Scenario Outline: The filter <filter>
      When Alice opens the tab Locations
      And Alice filters the list by
        | filter   | text   |
        | <filter> | <text> |
      Then Alice sees in the table "Locations"
        | Location Name |
        | Chopin Lounge |

      Examples:
        | filter        | text   |
        | Country code  | pol    |
        | Location Name | chop   |
        | Service name  | Lounge |

    Scenario: The filters are in the address, so that a view can be sent to a colleague
      Given Boris, a User, is signed in
      When Alice opens the tab Locations
      And Alice filters the list by
        | filter       | text      |
        | Service name | Fast Line |
      And Boris opens the address that Alice sends
      Then Boris sees in the table "Locations"
        | Location Name    |
        | Berlin Fast Line |

  Rule: Locations are added, edited and deleted

    Scenario: A location is added
      Given Alice, an Admin, is signed in
      When Alice opens the tab Locations
      And Alice chooses "Add a location"
      And Alice fills in
        | field                      | text               |
        | Name                       | Vienna Lounge      |
        | Country code               | aut                |
        | Service                    | Lounge             |
        | Postal code                | 1300               |
        | City                       | Schwechat          |
        | Address                    | Terminal 3         |
        | Cooldown period in minutes | 45                 |
      And Alice chooses "Add location"
      Then Alice is told "The location was added."
      And Alice sees the details
        | parameter                  | value         |
        | Name                       | Vienna Lounge |
        | Country code               | AUT           |
        | Service                    | Lounge        |
        | Postal code                | 1300          |
        | City                       | Schwechat     |
        | Address                    | Terminal 3    |
        | Cooldown period in minutes | 45            |

    Scenario: A cooldown that an Admin sets holds at the terminal
      Given everybody has 2 free visits
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Alice, an Admin, is signed in
      When Alice opens the page /admin/locations/waw-lounge/edit
      And Alice fills in
        | field                      | text |
        | Cooldown period in minutes | 20   |
      And Alice chooses "Save"
      And Anna enters at macs-1
      And Anna taps her card again at macs-1
      Then macs-1 refuses the entry with COOLDOWN_ACTIVE

    Scenario: A location is deleted
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/locations/ber-fast
      And Alice chooses "Delete"
      And Alice chooses "Delete"
      Then Alice sees in the table "Locations"
        | Location Name |
        | Chopin Lounge |

    Scenario Outline: The field <field> with "<text>"
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/locations/new
      And Alice fills in
        | field        | text          |
        | Name         | Vienna Lounge |
        | Country code | AUT           |
        | Service      | Lounge        |
        | Postal code  | 1300          |
        | City         | Schwechat     |
      And Alice fills in
        | field   | text   |
        | <field> | <text> |
      And Alice chooses "Add location"
      Then Alice is told at the field "<field>": "<error>"
      And Alice still has "Schwechat" in the field "City"

      Examples:
        | field                      | text    | error                                      |
        | Name                       |         | Name is required.                          |
        | Country code               | Austria | Country code must have three letters       |
        | Postal code                |         | Postal code is required.                   |
        | Cooldown period in minutes | 1.5     | must be a whole number from 1 to           |

  Rule: Terminals are added, paired and deleted at their location

    Scenario: A terminal is added
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/locations/ber-fast
      And Alice fills in
        | field | text   |
        | ID    | SN-777 |
      And Alice chooses "Add terminal"
      Then Alice sees in the table "Terminal list"
        | Terminal ID | Terminal Status |
        | MACS-3      | NOT PAIRED      |
        | SN-777      | NOT PAIRED      |

    Scenario: A serial number is there once
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/locations/ber-fast
      And Alice fills in
        | field | text   |
        | ID    | MACS-1 |
      And Alice chooses "Add terminal"
      Then Alice is told at the field "ID": "There is a terminal 'MACS-1' already."

    Scenario: The pairing code that is shown pairs the terminal
      Given Alice, a Service Provider, is signed in
      When Alice opens the page /admin/locations/waw-lounge
      And Alice chooses "Get Pairing Code of MACS-1"
      And the pairing code that Alice reads is entered on macs-1
      Then macs-1 shows "PAIRED"
      When Alice opens the page /admin/locations/waw-lounge
      Then Alice sees in the table "Terminal list"
        | Terminal ID | Terminal Status |
        | MACS-1      | PAIRED          |
        | MACS-2      | NOT PAIRED      |
      And Alice is not offered "Get Pairing Code of MACS-1"

    Scenario: A terminal that was paired meanwhile gets no code
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/locations/waw-lounge
      And another pairing code is got for macs-1
      And the pairing code is entered on macs-1
      And Alice chooses "Get Pairing Code of MACS-1"
      Then Alice is told "a pairing code cannot be generated for a paired POS"

    Scenario: A terminal is deleted
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/locations/waw-lounge
      And Alice chooses "Delete MACS-2"
      And Alice chooses "Delete"
      Then Alice sees in the table "Terminal list"
        | Terminal ID |
        | MACS-1      |
