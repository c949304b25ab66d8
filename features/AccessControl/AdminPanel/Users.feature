@access-control @browser @devices-by-wire @time-travel
Feature: Admin panel: Users
  This screen displays a list of all system users who have access to the Admin Panel service, along with their assigned
  roles and status.

  Background:
    Given MACS with a lounge and a fast line
    And Alice, an Admin, is signed in

  Rule: The list has the columns and filters of the Access Control description

    Scenario: Columns
      Given Boris, a Service Provider, has an account
      When Alice opens the tab Users
      Then Alice sees in the table "Users"
        | First name | Last name        | Role             | E-mail             | Status |
        | Alice      | Admin            | Admin            | alice@macs.example | ACTIVE |
        | Boris      | Service Provider | Service Provider | boris@macs.example | ACTIVE |

    Scenario Outline: The filter <filter>
      Given Boris, an Issuer, has an account
      And Carla, a Call Center, has an account
      When Alice opens the tab Users
      And Alice filters the list by
        | filter   | text   |
        | <filter> | <text> |
      Then Alice sees in the table "Users"
        | First name |
        | Boris      |

      Examples:
        | filter         | text  |
        | First name     | bor   |
        | Last name      | SSUE  |
        | E-mail address | boris |

    Scenario: No user matches
      When Alice opens the tab Users
      And Alice filters the list by
        | filter     | text  |
        | First name | Zelda |
      Then Alice reads "No user matches these filters."

  Rule: An Admin adds, edits and deletes users

    Scenario: A user is added and signs in
      When Alice opens the tab Users
      And Alice chooses "Add a user"
      And Alice fills in
        | field          | text               |
        | First name     | Dora               |
        | Last name      | Nowak              |
        | E-mail address | dora@macs.example  |
        | Role           | User               |
        | Password       | (the password)     |
      And Alice chooses "Add user"
      Then Alice is told "The user was added."
      When Dora signs in
      Then Dora is in the admin panel

    Scenario: A user is edited
      Given Boris, an Issuer, has an account
      When Alice opens the tab Users
      And Alice chooses "Edit Boris Issuer"
      And Alice fills in
        | field     | text        |
        | Last name | Kowalski    |
        | Role      | Call Center |
      And Alice chooses "Save"
      Then Alice sees in the table "Users"
        | First name | Last name | Role        |
        | Alice      | Admin     | Admin       |
        | Boris      | Kowalski  | Call Center |

    Scenario: A user is deleted
      Given Boris, an Issuer, has an account
      When Alice opens the tab Users
      And Alice chooses "Delete Boris Issuer"
      And Alice chooses "Delete"
      Then Alice sees in the table "Users"
        | First name |
        | Alice      |

    Scenario: Nobody deletes himself
      When Alice opens the tab Users
      And Alice chooses "Delete Alice Admin"
      And Alice chooses "Delete"
      Then Alice is told "You can't delete yourself"

    Scenario: The only Admin stays one
      When Alice opens the tab Users
      And Alice chooses "Edit Alice Admin"
      And Alice fills in
        | field | text |
        | Role  | User |
      And Alice chooses "Save"
      Then Alice is told at the field "Role": "This is the only Admin"

  Rule: What is wrong is said beside the field, and nothing typed is lost

    Scenario Outline: The field <field> with "<text>"
      When Alice opens the page /admin/users/new
      And Alice fills in
        | field          | text              |
        | First name     | Dora              |
        | Last name      | Nowak             |
        | E-mail address | dora@macs.example |
        | Role           | User              |
        | Password       | (the password)    |
      And Alice fills in
        | field   | text   |
        | <field> | <text> |
      And Alice chooses "Add user"
      Then Alice is told at the field "<field>": "<error>"
      And Alice still has "Nowak" in the field "Last name"

      Examples:
        | field          | text               | error                                    |
        | First name     |                    | First name is required.                  |
        | E-mail address | dora               | E-mail address must be like              |
        | E-mail address | alice@macs.example | belongs to another user already          |
        | Password       | short              | Password must have 10 to 200 characters. |
