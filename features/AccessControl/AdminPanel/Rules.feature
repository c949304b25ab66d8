@access-control @browser @devices-by-wire @time-travel
Feature: Admin panel: Rules
  This tab allows you to manage entry rules for specific services, applicable to selected locations and BINs.

  Background:
    Given MACS with a lounge and a fast line

  Rule: A rule has every parameter of the Access Control description

    Scenario: A rule with all of them
      Given Alice, an Admin, is signed in
      When Alice opens the tab Rules
      And Alice chooses "Add a rule"
      And Alice fills in
        | field                                                       | text                         |
        | Name                                                        | Gold summer                  |
        | Description                                                 | Two free visits, then paid   |
        | Valid from                                                  | 2026-01-01T00:00             |
        | Valid to                                                    | 2026-12-31T12:30             |
        | Country and product: Country                                | POL, DEU                     |
        | Product Code                                                | MCG                          |
        | ICA                                                         | 1001                         |
        | BIN ranges                                                  | 543210-543214, 543219        |
        | Services: Lounge                                            | on                           |
        | Rules: Total number of usage                                | 1000                         |
        | Rules: Period of time in days                               | 365                          |
        | Location rules: Country                                     | POL                          |
        | Location: Chopin Lounge (POL, Lounge)                       | on                           |
        | RPM ruleset                                                 | on                           |
        | Cardholder entry cost: Set the entry as free                | on                           |
        | Cardholder entry cost: Number of free invitations           | 2                            |
        | Cardholder entry cost: Set the entry as paid                | on                           |
        | Cardholder entry cost: Amount                               | 25.50                        |
        | Cardholder entry cost: Currency                             | eur                          |
        | Cardholder entry cost: Unlimited paid invitations           | on                           |
        | Cardholder entry cost: Period of time in days               | 30                           |
        | Cardholder entry cost: Number of usage per each location    | 5                            |
        | Adult guests: Set the entry as free                         | on                           |
        | Adult guests: Number of free invitations                    | 1                            |
        | Adult guests: Number of guests per flight                   | 2                            |
        | Children guests: Set the entry as paid                      | on                           |
        | Children guests: Amount                                     | 10                           |
        | Children guests: Currency                                   | PLN                          |
        | Children guests: Number of paid invitations                 | 4                            |
        | Children guests: Number of guests per flight                | 3                            |
        | Free entry for children under X years of age                | 6                            |
        | Spending is required                                        | on                           |
        | Spend based control: Amount                                 | 1000                         |
        | Spend based control: Currency                               | USD                          |
        | Spend based control: Period of time (in days)               | 90                           |
        | MCC ID                                                      | 5411, 5941                   |
        | Grace period (in days)                                      | 10                           |
      And Alice chooses "Add rule"
      Then Alice is told "The rule was added."
      And Alice sees the details
        | parameter                                                | value                                  |
        | Ruleset ID                                               | 1                                      |
        | Created by                                               | alice@macs.example                     |
        | Creation date                                            | 2026-01-05 09:00:00                    |
        | Modified by                                              | alice@macs.example                     |
        | Modification date                                        | 2026-01-05 09:00:00                    |
        | Name                                                     | Gold summer                            |
        | Description                                              | Two free visits, then paid             |
        | Valid from                                               | 2026-01-01 00:00:00                    |
        | Valid to                                                 | 2026-12-31 12:30:00                    |
        | Country and product: Country                             | POL, DEU                               |
        | Product Code                                             | MCG                                    |
        | ICA                                                      | 1001                                   |
        | BIN ranges                                               | 1001: 543210-543214, 1001: 543219      |
        | Services                                                 | Lounge                                 |
        | Total number of usage                                    | 1000                                   |
        | Rules: Period of time in days                            | 365                                    |
        | Location rules: Country                                  | POL                                    |
        | Location                                                 | Chopin Lounge                          |
        | RPM ruleset                                              | on                                     |
        | Cardholder entry cost: Number of free invitations        | 2                                      |
        | Cardholder entry cost: Number of paid invitations        | unlimited                              |
        | Cardholder entry cost: Amount                            | 25.50 EUR                              |
        | Cardholder entry cost: Period of time in days            | 30                                     |
        | Cardholder entry cost: Number of usage per each location | 5                                      |
        | Adult guests: Number of free invitations                 | 1                                      |
        | Adult guests: Number of guests per flight                | 2                                      |
        | Children guests: Number of paid invitations              | 4                                      |
        | Children guests: Amount                                  | 10.00 PLN                              |
        | Children guests: Number of guests per flight             | 3                                      |
        | Free entry for children under                            | 6 years                                |
        | Spend based control: Amount                              | 1000.00 USD                            |
        | Period of time (in days)                                 | 90                                     |
        | MCC ID                                                   | 5411, 5941                             |
        | Grace period (in days)                                   | 10                                     |

    Scenario: A rule that an Admin writes lets cards in
      Given Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Alice, an Admin, is signed in
      When Alice opens the page /admin/rules/new
      And Alice fills in
        | field                                             | text      |
        | Name                                              | Gold      |
        | Product Code                                      | MCG       |
        | Cardholder entry cost: Set the entry as free      | off       |
        | Cardholder entry cost: Set the entry as paid      | on        |
        | Cardholder entry cost: Amount                     | 30        |
        | Cardholder entry cost: Currency                   | EUR       |
        | Cardholder entry cost: Number of paid invitations | 1         |
      And Alice chooses "Add rule"
      And Anna taps her card at macs-1
      Then macs-1 lets the cardholder in for 30.00 EUR

    Scenario: More than one ICA
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/rules/new
      And Alice fills in
        | field                                             | text          |
        | Name                                              | Two banks     |
        | ICA                                               | 1001          |
        | BIN ranges                                        | 543210-543214 |
        | Cardholder entry cost: Number of free invitations | 1             |
      And Alice chooses "Another ICA"
      And Alice fills in
        | field               | text   |
        | ICA 2               | 1002   |
        | BIN ranges of ICA 2 | 520082 |
      And Alice chooses "Add rule"
      Then Alice sees the details
        | parameter  | value                             |
        | ICA        | 1001, 1002                        |
        | BIN ranges | 1001: 543210-543214, 1002: 520082 |

  Rule: What is wrong is said beside the field, and nothing typed is lost

    Scenario Outline: The field <field> with "<text>"
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/rules/new
      And Alice fills in
        | field                                             | text                 |
        | Name                                              | Gold                 |
        | Description                                       | What I have thought  |
        | Valid to                                          | 2027-01-01T00:00     |
        | Cardholder entry cost: Number of free invitations | 1                    |
      And Alice fills in
        | field   | text   |
        | <field> | <text> |
      And Alice chooses "Add rule"
      Then Alice is told at the field "<field>": "<error>"
      And Alice still has "What I have thought" in the field "Description"

      Examples:
        | field                                                    | text             | error                                               |
        | Name                                                     |                  | Name is required.                                   |
        | Valid to                                                 | 2020-01-01T00:00 | Valid to must be after Valid from.                  |
        | Country and product: Country                             | Poland           | three letters, as POL                               |
        | Product Code                                             | GOLD             | three characters, as MCG                            |
        | ICA                                                      | Alpha            | must have digits only                               |
        | BIN ranges                                               | 543219-543210    | BIN ranges                                          |
        | Cardholder entry cost: Number of free invitations        |                  | is required, or tick Unlimited.                     |
        | Cardholder entry cost: Amount                            | 25               | Tick “Set the entry as paid”, or leave this empty.  |
        | Adult guests: Number of free invitations                 | 2                | Tick “Set the entry as free”, or leave this empty.  |
        | Spend based control: Amount                              | 100              | Tick “Spending is required”, or leave this empty.   |

  Rule: A rule is edited, and its history says by whom

    Background:
      Given everybody has 1 free visit

    Scenario: Edit history
      Given Alice, an Admin, is signed in
      And Boris, a User, is signed in
      When 10 minutes pass
      And Boris opens the page /admin/rules/1/edit
      And Boris fills in
        | field                                             | text |
        | Cardholder entry cost: Number of free invitations | 3    |
      And Boris chooses "Save"
      And Alice opens the page /admin/rules/1
      Then Alice sees in the table "Edit history"
        | Modification date   | Modified by        | Parameter                                         | Before | After |
        | 2026-01-05 09:10:00 | boris@macs.example | Cardholder entry cost: Number of free invitations | 1      | 3     |
      And Alice sees the details
        | parameter   | value              |
        | Created by  | lab-admin          |
        | Modified by | boris@macs.example |

    Scenario: Two admins edit one rule: the second is told, and keeps what was typed
      Given Alice, an Admin, is signed in
      And Boris, an Admin, is signed in
      When Alice opens the page /admin/rules/1/edit
      And Boris opens the page /admin/rules/1/edit
      And Boris fills in
        | field | text          |
        | Name  | Name of Boris |
      And Boris chooses "Save"
      And Alice fills in
        | field       | text         |
        | Description | Alice's text |
      And Alice chooses "Save"
      Then Alice is told "boris@macs.example changed this rule while you were editing it"
      And Alice sees in the table "Edit history"
        | Modified by        | Parameter  | Before    | After         |
        | boris@macs.example | Rule: Name | Everybody | Name of Boris |
      And Alice still has "Alice's text" in the field "Description"
      When Alice chooses "Save"
      Then Alice is told "The rule was saved."

    Scenario: A rule is deleted
      Given Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Alice, an Admin, is signed in
      When Alice opens the page /admin/rules/1
      And Alice chooses "Delete"
      And Alice chooses "Delete"
      Then Alice reads "There is no rule yet"
      When Anna taps her card at macs-1
      Then macs-1 refuses the entry with MISSING_ACCESS_RULES

  Rule: The list is filtered

    Scenario Outline: The filter <filter>
      Given the ruleset "Gold in Warsaw"
        | parameter                  | value                     |
        | Product Code               | MCG                       |
        | ICA                        | 1001                      |
        | Country                    | POL                       |
        | Services                   | Lounge                    |
        | Location                   | waw-lounge                |
        | Number of free invitations | 1                         |
      And the ruleset "Beta in Berlin"
        | parameter                  | value                     |
        | Product Code               | MWE                       |
        | ICA                        | 1002                      |
        | Country                    | DEU                       |
        | Services                   | Fast Line                 |
        | Location                   | ber-fast                  |
        | Valid from                 | 2026-06-01                |
        | Number of free invitations | 1                         |
      And Alice, an Admin, is signed in
      When Alice opens the tab Rules
      And Alice filters the list by
        | filter   | text   |
        | <filter> | <text> |
      Then Alice sees in the table "Rules"
        | Name           | Validity       |
        | Beta in Berlin | Not yet active |

      Examples:
        | filter       | text             |
        | Name         | beta             |
        | Country      | DEU              |
        | Product Code | MWE              |
        | ICA          | 1002             |
        | Services     | Fast Line        |
        | Location     | Berlin Fast Line |
        | Validity     | Not yet active   |
