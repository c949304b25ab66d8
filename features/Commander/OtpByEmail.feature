@commander
Feature: The One-Time Password by e-mail
  From Base 53.35 on, a user with "Send OTP" and an address gets the OTP by e-mail, too. The status display shows it as ever.

  Rule: Who has "Send OTP" gets what [Generate OTP] makes

    Background:
      Given a site that runs Base 53.35 with a mail server

    Scenario: The OTP that was e-mailed opens Site Security, and a workstation is paired
      Given the OTP of the manager goes to "manager@site.example"
      When the manager opens Site Security with the OTP from the e-mail
      Then config-1 shows "Site Security"
      When the Pairing Service is started
      And pos-1 is paired at the Configuration Client
      Then pos-1 sells over a secure link

    Scenario: The client says where the OTP went
      Given the OTP of the manager goes to "manager@site.example"
      When [Generate OTP] is pressed on config-1
      Then config-1 shows "OTP has been generated. Please read it from the Commander Site Controller's status display."
      And config-1 shows "It has been sent to manager@site.example, too."

    Scenario: Without "Send OTP" nothing is sent
      When an OTP is generated
      Then mail-1 shows "There are no e-mails."

  Rule: An e-mail that can't be sent is told, and the OTP is on the status display

    Scenario: The mail server has no power
      Given a site that runs Base 53.35 with a mail server
      And the OTP of the manager goes to "manager@site.example"
      And mail-1 has no power
      When [Generate OTP] is pressed on config-1
      Then config-1 shows "It could not be sent to manager@site.example."
      When [Ok] is pressed on config-1
      And the OTP is read from the status display
      And the OTP that was read is entered
      Then config-1 shows "Site Security"

  Rule: Older software has nothing of it

    Scenario: Base 53.34 does not offer it
      Given a site that runs Base 53.34
      And the manager has opened Manage Users
      When [Edit cashier] is pressed on config-1
      Then there is no [OTP by E-mail] on config-1
