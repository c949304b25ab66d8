@access-control @browser @devices-by-wire @time-travel
Feature: Admin panel: every page
  Each page by itself: pictures for the gallery of the report, wide and narrow, light and dark, and no serious finding of
  axe, the tool that looks for what keeps people from using a page.

  Rule: Everybody can use every page

    Scenario Outline: <page>
      Given MACS with a lounge and a fast line
      And everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered at macs-1
      And Anna has tapped her card at macs-1
      And Alice, an Admin, is signed in
      When Alice opens the page <address>
      Then the page of Alice can be used by everybody, wide and narrow, light and dark: <page>

      Examples:
        | page              | address                             |
        | Users             | /admin/users                        |
        | Add a user        | /admin/users/new                    |
        | Rules             | /admin/rules                        |
        | Add a rule        | /admin/rules/new                    |
        | Rule details      | /admin/rules/1                      |
        | Operations        | /admin/operations                   |
        | Enrolled cards    | /admin/cards                        |
        | Terms             | /admin/terms                        |
        | Add a document    | /admin/terms/new                    |
        | Locations         | /admin/locations                    |
        | Location details  | /admin/locations/waw-lounge         |
        | Add a location    | /admin/locations/new                |
        | Delete a location | /admin/locations/waw-lounge/delete  |
        | Nothing there     | /admin/nothing                      |

    Scenario: Operation details and Show rule
      Given MACS with a lounge and a fast line
      And everybody has 1 free visit
      And Anna has a Gold card of Alpha Bank
      And macs-1 is paired
      And Anna has entered at macs-1
      And Alice, an Admin, is signed in
      When Alice opens the tab Operations
      And Alice opens the latest operation of Anna
      Then the page of Alice can be used by everybody, wide and narrow, light and dark: Operation details
      When Alice chooses "Show rule"
      Then the page of Alice can be used by everybody, wide and narrow, light and dark: Show rule

    Scenario: Signing in
      Given MACS with a lounge and a fast line
      And Alice, an Admin, has an account
      When Alice types a wrong password 1 time
      Then the page of Alice can be used by everybody, wide and narrow, light and dark: Sign in

    Scenario: Consent
      Given MACS with a lounge and a fast line
      And Carla, an Issuer, has a new account
      When Carla signs in
      Then the page of Carla can be used by everybody, wide and narrow, light and dark: Consent
