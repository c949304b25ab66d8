@commander @browser @time-travel
Feature: The pages of a workstation
  Pairing as a person works it: everything is found by its label and its role.

  Background:
    Given a new installation

  Rule: A workstation is paired on its pages

    Scenario: A new workstation is paired and opens for sales
      Given the Pairing Service is started
      When [Pair POS] is pressed on pos-1
      Then pos-1 displays the Pairing OTP dialog box
      When the Pairing OTP is retrieved
      And the OTP is entered on pos-1
      Then pos-1 shows "Successfully Paired"
      When [OK] is pressed on pos-1
      Then pos-1 reboots and starts the application
      And pos-1 sells over a secure link

    Scenario: The OTP is keyed in key by key
      Given pos-1 is being paired
      When the OTP is keyed in on pos-1 key by key
      Then [OK] on pos-1 is active
      When [OK] is pressed on pos-1
      Then pos-1 shows "Successfully Paired"

    Scenario: [OK] on the Pairing keypad is dead until six characters are in
      Given pos-1 displays the Pairing OTP dialog box
      Then the Pairing keypad of pos-1 has the keys "0123456789ACdEF"
      And [OK] on pos-1 is not active
      When "01dEF" is keyed in on pos-1
      Then [OK] on pos-1 is not active
      When "01dEFA" is keyed in on pos-1
      Then [OK] on pos-1 is active

    Scenario: Pair POS is attempted while pairing is not set up
      When [Pair POS] is pressed on pos-1
      Then pos-1 shows "Please use Configuration Client to start Commander Pairing Service and try again"

    Scenario: A wrong OTP
      Given pos-1 is being paired
      When a wrong OTP is entered on pos-1
      Then pos-1 shows "Unable to pair, please try again"
      When pos-1 is paired
      Then pos-1 shows "Successfully Paired"

    Scenario: A second workstation has to wait
      Given pos-1 is being paired
      When [Pair POS] is pressed on pos-2
      Then pos-2 shows "Unable to pair at this moment, please try again"
      When the OTP is entered on pos-1
      Then pos-1 shows "Successfully Paired"

    Scenario: The cable is out
      Given the Pairing Service is started
      And the cable of pos-1 is not connected
      When [Pair POS] is pressed on pos-1 and nobody answers yet
      Then the button on pos-1 reads "Please wait..."
      When 30 seconds have passed since [Pair POS]
      Then pos-1 shows "Unable to Pair, Cannot Communicate"

    @entry-window
    Scenario: The OTP expires while it is being keyed in
      Given pos-1 is being paired
      And the OTP is keyed in on pos-1
      When 3 minutes have passed since [Pair POS]
      Then pos-1 shows "Unable to pair, please try again"
