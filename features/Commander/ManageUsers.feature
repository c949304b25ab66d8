@commander
Feature: Manage Users
  The appropriate access level is assigned in Security > Manage Users, so that the Pairing Service can be started. The form
  is guarded by a One-Time Password, as Site Security is.

  Background:
    Given a new installation

  Rule: Manage Users is opened with a One-Time Password

    Scenario: A manager is asked for the One-Time Password
      Given the manager is signed in
      When config-1 navigates to Security > Manage Users
      Then config-1 shows "One-Time Password"

    Scenario: A user without the function is refused
      Given the cashier is signed in
      When config-1 navigates to Security > Manage Users
      Then config-1 shows "This user does not have the Site Security function."

  Rule: What is assigned holds at the next sign-in

    Scenario: A cashier who is given Site Security starts the Pairing Service
      Given the manager has opened Manage Users
      When [Edit cashier] is pressed on config-1
      And [Give Site Security] is pressed on config-1
      Then config-1 shows "cashier: Cashier, Site Security, login allowed"
      When the cashier opens Site Security at config-2
      And [Start Pairing Service] is pressed on config-2
      Then config-2 shows "Pairing service is started"

    Scenario: A user whose login is disallowed is signed out and does not get in again
      Given the cashier is signed in at config-2
      And the manager has opened Manage Users
      When [Edit cashier] is pressed on config-1
      And [Disallow Login] is pressed on config-1
      Then config-1 shows "cashier: Cashier, no Site Security, login disallowed"
      When [Security] is pressed on config-2
      Then config-2 shows "You have been signed out. Sign in again."
      When [Ok] is pressed on config-2
      And the cashier signs in again at config-2
      Then config-2 shows "This user is not allowed to log in."

    Scenario: Nobody changes the own access
      Given the manager has opened Manage Users
      When [Edit manager] is pressed on config-1
      And [Disallow Login] is pressed on config-1
      Then config-1 shows "You can't change your own access."

    Scenario: What was assigned survives a power cut
      Given the manager has opened Manage Users
      When [Edit cashier] is pressed on config-1
      And [Disallow Login] is pressed on config-1
      And commander-1 loses power for a moment
      And the cashier signs in again at config-2
      Then config-2 shows "This user is not allowed to log in."

  Rule: The password settings hold for every password that is chosen from then on

    Background:
      Given the manager has opened Manage Users

    Scenario Outline: Settings out of their ranges are refused
      When the password settings are set to <minimum> to <maximum> characters and <days> days to expire at config-1
      Then config-1 shows "Allowed values: minimum length 7 to 30, maximum length 8 to 30 and no less than the minimum, days to expire 0 (never) to 365."

      Examples:
        | minimum | maximum | days |
        | 6       | 30      | 0    |
        | 7       | 31      | 0    |
        | 12      | 11      | 0    |
        | 7       | 30      | 366  |

    Scenario: A user is made to change the password, and the new one is as long as the settings say
      When the password settings are set to 8 to 12 characters and 0 days to expire at config-1
      Then config-1 shows "The password settings have been saved."
      When [Ok] is pressed on config-1
      And [Edit cashier] is pressed on config-1
      And [Force Password Change] is pressed on config-1
      Then config-1 shows "cashier: Cashier, no Site Security, login allowed, must change the password"
      When the cashier signs in again at config-2
      Then config-2 shows "Your password has expired. Choose a new one. It must have 8 to 12 characters."
      When the new password "Cash-77" is chosen at config-2
      Then config-2 shows "The new password has too few or too many characters. It must have 8 to 12 characters."
      When the new password "Cash-7777" is chosen at config-2
      Then config-2 shows "Signed in: cashier"

    Scenario: The old password is worth nothing once it was changed, and a power cut changes nothing of that
      When [Edit cashier] is pressed on config-1
      And [Force Password Change] is pressed on config-1
      And the cashier signs in again at config-2
      And the new password "Cash-7777" is chosen at config-2
      And commander-1 loses power for a moment
      And config-1 is closed and opened again
      And "cashier" signs in at config-1 with the password "Cashier-5329"
      Then config-1 shows "User name or password is wrong."
      When [Ok] is pressed on config-1
      And "cashier" signs in at config-1 with the password "Cash-7777"
      Then config-1 shows "Signed in: cashier"

    Scenario: A password expires after its days
      When the password settings are set to 7 to 30 characters and 30 days to expire at config-1
      And 29 days pass
      And the cashier signs in again at config-2
      Then config-2 shows "Signed in: cashier"
      When 1 day passes
      And config-2 is closed and opened again
      And the cashier signs in again at config-2
      Then config-2 shows "Your password has expired. Choose a new one. It must have 7 to 30 characters."
