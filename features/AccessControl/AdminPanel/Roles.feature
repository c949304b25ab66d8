@access-control @browser @devices-by-wire @time-travel
Feature: Admin panel: roles
  The system role assigned to the user (Admin, User, Service Provider, Issuer, Call Center) defines the access rights.
  Each cell of role and action is tested with the simulators; here is what people of a role see.

  Background:
    Given MACS with a lounge and a fast line

  Rule: Each role sees the tabs that its work needs

    Scenario Outline: The tabs of the role <role>
      Given Carla, a <role>, is signed in
      Then Carla sees the tabs "<tabs>"

      Examples:
        | role             | tabs                                                                       |
        | Admin            | Users, Rules, Operations, Enrolled cards, Terms & Conditions, Locations    |
        | User             | Rules, Operations, Enrolled cards, Terms & Conditions, Locations           |
        | Service Provider | Operations, Terms & Conditions, Locations                                  |
        | Issuer           | Rules, Operations, Enrolled cards, Terms & Conditions                      |
        | Call Center      | Operations, Enrolled cards, Terms & Conditions                             |

  Rule: What a role may not do, it is refused by address too

    Scenario Outline: A <role> opens <address>
      Given Carla, a <role>, is signed in
      When Carla opens the page <address>
      Then Carla is refused that page

      Examples:
        | role             | address                      |
        | User             | /admin/users                 |
        | User             | /admin/users/new             |
        | Service Provider | /admin/rules                 |
        | Service Provider | /admin/cards                 |
        | Service Provider | /admin/locations/new         |
        | Issuer           | /admin/rules/new             |
        | Issuer           | /admin/locations             |
        | Issuer           | /admin/terms/new             |
        | Call Center      | /admin/rules                 |
        | Call Center      | /admin/operations/export     |
        | Call Center      | /admin/cards/export          |

  Rule: A page does not offer what its reader may not do

    Scenario: An Issuer reads rules
      Given everybody has 1 free visit
      And Carla, an Issuer, is signed in
      When Carla opens the tab Rules
      Then Carla is not offered "Add a rule"
      When Carla chooses "Everybody"
      Then Carla is not offered "Edit"
      And Carla is not offered "Delete"

    Scenario: A Service Provider pairs terminals but does not change locations
      Given Carla, a Service Provider, is signed in
      When Carla opens the tab Locations
      Then Carla is not offered "Add a location"
      When Carla chooses "Chopin Lounge"
      Then Carla is offered "Get Pairing Code of MACS-1"
      And Carla is not offered "Edit"
