@access-control @browser @devices-by-wire @time-travel
Feature: Admin panel: signing in
  The Admin Panel is for its users only. A session ends by itself, and an account is locked after five wrong passwords.

  Background:
    Given MACS with a lounge and a fast line

  Rule: A user with an account signs in with e-mail address and password

    Scenario: The right password
      Given Alice, an Admin, has an account
      When Alice signs in
      Then Alice is in the admin panel
      And Alice sees the tabs "Users, Rules, Operations, Enrolled cards, Terms & Conditions, Locations"

    Scenario: A wrong password
      Given Alice, an Admin, has an account
      When Alice types a wrong password 1 time
      Then Alice is not let in

    Scenario: Nobody has that e-mail address
      When Mallory tries to sign in
      Then Mallory is not let in

    Scenario: After signing in one is where one wanted to go
      Given Alice, an Admin, has an account
      When Alice opens the page /admin/locations?country=DEU
      Then Alice is asked to sign in
      When Alice signs in
      Then Alice sees in the table "Locations"
        | Location Name    |
        | Berlin Fast Line |

  Rule: Five wrong passwords in a row lock the account for 15 minutes

    Scenario: Four wrong passwords do not
      Given Alice, an Admin, has an account
      And Alice has typed a wrong password 4 times
      When Alice signs in
      Then Alice is in the admin panel

    Scenario Outline: The right password <time> after the fifth wrong one: <end>
      Given Alice, an Admin, has an account
      And Alice has typed a wrong password 5 times
      When <time> pass
      And Alice tries to sign in
      Then Alice <end>

      Examples:
        | time                     | end                    |
        | 1 second                 | is not let in          |
        | 14 minutes and 59 seconds | is not let in          |
        | 15 minutes               | is in the admin panel  |

    Scenario: An Admin sees who is locked
      Given Boris, an Issuer, has an account
      And Boris has typed a wrong password 5 times
      And Alice, an Admin, is signed in
      When Alice opens the tab Users
      Then Alice reads "LOCKED"

  Rule: Everybody changes the own password

    Background:
      Given Carla, a Call Center, is signed in

    Scenario: A new password
      When Carla chooses "Change password"
      And Carla fills in
        | field                    | text                      |
        | Present password         | (the password)            |
        | New password             | correct horse and battery |
        | New password, once more  | correct horse and battery |
      And Carla chooses "Save the new password"
      Then Carla is told "Your password was changed."
      When Carla signs out
      And Carla tries to sign in
      Then Carla is not let in
      When Carla signs in with "correct horse and battery"
      Then Carla is in the admin panel

    Scenario: The present password is wrong
      When Carla opens the page /admin/password
      And Carla fills in
        | field                    | text                      |
        | Present password         | I have forgotten it       |
        | New password             | correct horse and battery |
        | New password, once more  | correct horse and battery |
      And Carla chooses "Save the new password"
      Then Carla is told at the field "Present password": "The present password is wrong."

  Rule: A session ends

    Scenario: By signing out
      Given Alice, an Admin, is signed in
      When Alice signs out
      And Alice opens the page /admin/operations
      Then Alice is asked to sign in

    Scenario Outline: After <time> without a request: <title>
      Given Alice, an Admin, is signed in
      When <time> pass
      And Alice opens the page /admin/locations
      Then Alice <end>

      Examples:
        | time                      | end                   | title      |
        | 29 minutes and 59 seconds | is in the admin panel | it lives   |
        | 30 minutes                | is asked to sign in   | it is over |

    Scenario: What was typed when the session was over is not lost
      Given Alice, an Admin, is signed in
      When Alice opens the page /admin/locations/new
      And Alice fills in
        | field        | text          |
        | Name         | Gdansk Lounge |
        | Country code | POL           |
        | Service      | Lounge        |
        | City         | Gdansk        |
      And 30 minutes pass
      And Alice chooses "Add location"
      Then Alice is asked to sign in
      And Alice is told "What you typed waits here"
      When Alice signs in
      Then Alice reads "what you typed is still here: nothing of it was saved yet"
      And Alice still has "Gdansk Lounge" in the field "Name"
      And Alice still has "Lounge" in the field "Service"
      And Alice is told at the field "Postal code": "Postal code is required."
      When Alice fills in
        | field       | text   |
        | Postal code | 80-298 |
      And Alice chooses "Add location"
      Then Alice is told "The location was added."

    Scenario: When an Admin deletes the user
      Given Boris, a User, is signed in
      And Alice, an Admin, is signed in
      When Alice opens the tab Users
      And Alice chooses "Delete Boris User"
      And Alice chooses "Delete"
      And Boris opens the page /admin/operations
      Then Boris is asked to sign in

    Scenario: When an Admin gives the user another role
      Given Boris, a User, is signed in
      And Alice, an Admin, is signed in
      When Alice opens the tab Users
      And Alice chooses "Edit Boris User"
      And Alice fills in
        | field | text   |
        | Role  | Issuer |
      And Alice chooses "Save"
      And Boris opens the page /admin/rules/new
      Then Boris is asked to sign in
