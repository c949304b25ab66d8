@commander @browser @time-travel
Feature: The pages of the Configuration Client
  Worked as a person works them: everything is found by its label and its role.

  Background:
    Given a new installation

  Rule: The Configuration Client says what it does

    Scenario: From sign-in to the started service
      Given the manager is signed in
      When config-1 navigates to Security > Site Security
      Then config-1 shows "One-Time Password"
      When [Generate OTP] is pressed on config-1
      Then config-1 shows "OTP has been generated. Please read it from the Commander Site Controller's status display."
      When [Ok] is pressed on config-1
      And the OTP is read from the status display
      And the OTP that was read is entered
      And [Start Pairing Service] is pressed on config-1
      Then config-1 shows "Pairing service is started"

    Scenario: A wrong password is refused
      When "manager" signs in with the password "guessed"
      Then config-1 shows "User name or password is wrong."

    Scenario: A user without the Site Security function is refused
      Given the cashier is signed in
      When config-1 navigates to Security > Site Security
      Then config-1 shows "This user does not have the Site Security function."

    Scenario: All trust is revoked, and the workstation's page shows the alert by itself
      Given pos-1 is paired
      When pos-1 logs in to Sales
      And the manager revokes all trust
      Then pos-1 shows "Sec. Alert - Pairing Invalid"

    Scenario: [No] leaves everything as it is
      Given pos-1 is paired
      When [Revoke All Trust] is pressed on config-1
      And [No] is pressed on config-1
      Then config-1 shows "Site Security"
      And pos-1 sells over a secure link

    Scenario: Two Configuration Clients, each with its own sign-in
      Given the manager has opened Site Security
      And the cashier is signed in at config-2
      Then config-2 shows "Signed in: cashier"
      And config-1 shows "Site Security"
