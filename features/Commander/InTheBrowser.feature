@commander @browser @time-travel
Feature: Pairing in the browser
  The pages of the Configuration Client and of the workstation are worked as a person works them: everything is found by
  its label and its role.

  Rule: A workstation is paired on its pages

    Scenario: A new workstation is paired and opens for sales
      Given a new installation
      And the Pairing Service is started
      When [Pair POS] is pressed on pos-1
      Then pos-1 displays the Pairing OTP dialog box
      When the Pairing OTP is retrieved
      And the OTP is entered on pos-1
      Then pos-1 shows "Successfully Paired"
      When [OK] is pressed on pos-1
      Then pos-1 reboots and starts the application
      And pos-1 sells over a secure link

    Scenario: The OTP is keyed in key by key
      Given a new installation
      And pos-1 is being paired
      When the OTP is keyed in on pos-1 key by key
      Then [OK] on pos-1 is active
      When [OK] is pressed on pos-1
      Then pos-1 shows "Successfully Paired"

    Scenario: [OK] on the Pairing keypad is dead until six characters are in
      Given a new installation
      And pos-1 displays the Pairing OTP dialog box
      Then the Pairing keypad of pos-1 has the keys "0123456789ACdEF"
      And [OK] on pos-1 is not active
      When "01dEF" is keyed in on pos-1
      Then [OK] on pos-1 is not active
      When "01dEFA" is keyed in on pos-1
      Then [OK] on pos-1 is active

    Scenario: Pair POS is attempted while pairing is not set up
      Given a new installation
      When [Pair POS] is pressed on pos-1
      Then pos-1 shows "Please use Configuration Client to start Commander Pairing Service and try again"

    Scenario: A wrong OTP
      Given a new installation
      And pos-1 is being paired
      When a wrong OTP is entered on pos-1
      Then pos-1 shows "Unable to pair, please try again"
      When pos-1 is paired
      Then pos-1 shows "Successfully Paired"

    Scenario: A second workstation has to wait
      Given a new installation
      And pos-1 is being paired
      When [Pair POS] is pressed on pos-2
      Then pos-2 shows "Unable to pair at this moment, please try again"
      When the OTP is entered on pos-1
      Then pos-1 shows "Successfully Paired"

    Scenario: The cable is out
      Given a new installation
      And the Pairing Service is started
      And the cable of pos-1 is not connected
      When [Pair POS] is pressed on pos-1 and nobody answers yet
      Then the button on pos-1 reads "Please wait..."
      When 30 seconds have passed since [Pair POS]
      Then pos-1 shows "Unable to Pair, Cannot Communicate"

    Scenario: The OTP expires while it is being keyed in
      Given a new installation
      And pos-1 is being paired
      And the OTP is keyed in on pos-1
      When 3 minutes have passed since [Pair POS]
      Then pos-1 shows "Unable to pair, please try again"

  Rule: The Configuration Client says what it does

    Scenario: From sign-in to the started service
      Given a new installation
      And the manager is signed in
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
      Given a new installation
      When "manager" signs in with the password "guessed"
      Then config-1 shows "User name or password is wrong."

    Scenario: A user without the Site Security function is refused
      Given a new installation
      And the cashier is signed in
      When config-1 navigates to Security > Site Security
      And [Generate OTP] is pressed on config-1
      Then config-1 shows "This user does not have the Site Security function."

    Scenario: All trust is revoked, and the workstation's page shows the alert by itself
      Given a new installation
      And pos-1 is paired
      When pos-1 logs in to Sales
      And the manager revokes all trust
      Then pos-1 shows "Sec. Alert - Pairing Invalid"

    Scenario: [No] leaves everything as it is
      Given a new installation
      And pos-1 is paired
      When [Revoke All Trust] is pressed on config-1
      And [No] is pressed on config-1
      Then config-1 shows "Site Security"
      And pos-1 sells over a secure link

    Scenario: Two Configuration Clients, each with its own sign-in
      Given a new installation
      And the manager has opened Site Security
      And the cashier is signed in at config-2
      Then config-2 shows "Signed in: cashier"
      And config-1 shows "Site Security"
