@access-control @browser @devices-by-wire @time-travel
Feature: Admin panel: every page
  Each page by itself, with something on it and with nothing, with what is wrong on it, and as each role sees it: pictures
  for the gallery of the report, wide and narrow, light and dark, and no serious finding of axe, the tool that looks for
  what keeps people from using a page.

  Rule: Everybody can use every page

    Scenario: An Admin's pages
      Given MACS with a lounge and a fast line
      And everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered at macs-1
      And Anna has tapped her card at macs-1
      And Boris, a Service Provider, has an account
      And Boris has typed a wrong password 5 times
      And Alice, an Admin, is signed in
      Then Alice can use these pages, wide and narrow, light and dark
        | page              | address                            |
        | Users             | /admin/users                       |
        | Add a user        | /admin/users/new                   |
        | Rules             | /admin/rules                       |
        | Add a rule        | /admin/rules/new                   |
        | Edit a rule       | /admin/rules/1/edit                |
        | Delete a rule     | /admin/rules/1/delete              |
        | Operations        | /admin/operations                  |
        | Totals            | /admin/operations/totals           |
        | A wrong filter    | /admin/operations?bin=12&country=P |
        | Add a document    | /admin/terms/new                   |
        | Locations         | /admin/locations                   |
        | Location details  | /admin/locations/waw-lounge        |
        | Add a location    | /admin/locations/new               |
        | Edit a location   | /admin/locations/waw-lounge/edit   |
        | Delete a location | /admin/locations/waw-lounge/delete |
        | Change password   | /admin/password                    |
        | Nothing there     | /admin/nothing                     |

    Scenario: Pages with nothing on them
      Given MACS with a lounge and a fast line
      And Alice, an Admin, is signed in
      Then Alice can use these pages, wide and narrow, light and dark
        | page                    | address                        |
        | No user matches         | /admin/users?firstName=Zelda   |
        | No rule                 | /admin/rules                   |
        | No operation            | /admin/operations              |
        | No operation matches    | /admin/operations?country=ESP  |
        | No enrolled card        | /admin/cards                   |
        | No document             | /admin/terms                   |
        | No location matches     | /admin/locations?country=ESP   |

    Scenario: An operation, its rule, its transactions and its card
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
      And Alice, an Admin, is signed in
      When Alice opens the tab Operations
      And Alice opens the latest operation of Anna
      Then Alice can use this page, wide and narrow, light and dark: Operation details
      When Alice chooses "Show transactions"
      Then Alice can use this page, wide and narrow, light and dark: Show transactions
      When Alice chooses "Back to the operation"
      And Alice chooses "Show rule"
      Then Alice can use this page, wide and narrow, light and dark: Show rule
      When Alice opens the tab Enrolled cards
      Then Alice can use this page, wide and narrow, light and dark: Enrolled cards
      When Alice opens the card of Anna
      Then Alice can use this page, wide and narrow, light and dark: Enrolled card details

    Scenario: What is wrong, and what was done
      Given MACS with a lounge and a fast line
      And everybody has 1 free visit
      And Alice, an Admin, is signed in
      When Alice opens the page /admin/users/new
      And Alice chooses "Add user"
      Then Alice can use this page, wide and narrow, light and dark: A user with mistakes
      When Alice opens the page /admin/rules/new
      And Alice fills in
        | field                                        | text |
        | Country and product: Country                 | Pola |
        | Cardholder entry cost: Set the entry as paid | on   |
        | Spending is required                         | on   |
      And Alice chooses "Add rule"
      Then Alice can use this page, wide and narrow, light and dark: A rule with mistakes
      When Alice opens the page /admin/locations/waw-lounge
      And Alice chooses "Get Pairing Code of MACS-1"
      Then Alice can use this page, wide and narrow, light and dark: Get Pairing Code
      When Alice opens the page /admin/terms/new
      And Alice puts the file "terms-1.txt" into the field "File"
      And Alice chooses "Add document"
      Then Alice can use this page, wide and narrow, light and dark: Terms and Conditions

    Scenario: A rule that somebody else has changed
      Given MACS with a lounge and a fast line
      And everybody has 1 free visit
      And Alice, an Admin, is signed in
      And Boris, a User, is signed in
      When Alice opens the page /admin/rules/1/edit
      And Boris opens the page /admin/rules/1/edit
      And Boris fills in
        | field                                             | text          |
        | Name                                              | Name of Boris |
        | Cardholder entry cost: Number of free invitations | 3             |
      And Boris chooses "Save"
      Then Boris can use this page, wide and narrow, light and dark: Rule details with history
      When Alice chooses "Save"
      Then Alice can use this page, wide and narrow, light and dark: Two edit one rule

    Scenario Outline: What a <role> sees
      Given MACS with a lounge and a fast line
      And everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered at macs-1
      And Carla, a <role>, is signed in
      When Carla opens the tab Operations
      And Carla opens the latest operation of Anna
      Then Carla can use this page, wide and narrow, light and dark: Operation details of a <role>
      And Carla can use these pages, wide and narrow, light and dark
        | page              | address       |
        | <page> of a <role> | <address>    |

      Examples:
        | role             | page             | address                     |
        | User             | Rules            | /admin/rules                |
        | Service Provider | Location details | /admin/locations/waw-lounge |
        | Issuer           | Rule details     | /admin/rules/1              |
        | Call Center      | Not allowed      | /admin/rules                |

    Scenario: Signing in, and consent
      Given MACS with a lounge and a fast line
      And an Admin has added Terms and Conditions and a Privacy Policy
      And Carla, an Issuer, has a new account
      When Carla types a wrong password 1 time
      Then Carla can use this page, wide and narrow, light and dark: Sign in
      When Carla signs in
      Then Carla can use this page, wide and narrow, light and dark: Consent

  Rule: On a telephone every list is seen whole

    Scenario Outline: <table>
      Given MACS with a lounge and a fast line
      And everybody has 1 free visit
      And Alice, an Admin, is signed in
      When Alice opens the page <address>
      Then all columns of the table "<table>" are in sight of Alice on a telephone

      Examples:
        | table         | address                     |
        | Users         | /admin/users                |
        | Rules         | /admin/rules                |
        | Locations     | /admin/locations            |
        | Terminal list | /admin/locations/waw-lounge |
        | BIN table     | /admin/tables/bins          |

  Rule: The panel has the name, logo and colours of its branding file

    Scenario: Alpha Lounges
      Given MACS with the branding file example.json
      And Alice, an Admin, is signed in
      When Alice opens the tab Locations
      Then the panel of Alice is named "Alpha Lounges", with the logo example.svg and the accent #7a1f5c in the light and #f0a3d4 in the dark
      And Alice can use this page, wide and narrow, light and dark: Branding
