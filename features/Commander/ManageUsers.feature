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
