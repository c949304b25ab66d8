@smartconnect @time-travel
Feature: Pairing a register with a payment acceptance device
  The pairing process creates a link between the register, identified by its unique ID, and the device, identified by a
  temporary pairing code.

  Background:
    Given a SmartConnect site

  Rule: Pairing is initiated on the device, finished in the POS software

    Scenario: A new register is paired and takes a payment
      When pairing is initiated on payment-1
      And the code of payment-1 is entered on register-1
      Then register-1 is told that the pairing process is complete
      And payment-1 shows "Register 1 (register-1) is paired with this device."
      And payment-1 lists only register-1
      When register-1 submits a payment of 12.50
      Then payment-1 asks for 12.50 of register-1
      When the payment is approved on payment-1
      Then the payment of register-1 has ended with "Approved"

    Scenario: The code may be typed in small letters
      Given pairing has been initiated on payment-1
      When the code of payment-1 is entered in small letters on register-1
      Then register-1 is told that the pairing process is complete

    Scenario: A register that was never paired must be paired first
      When register-1 tries to submit a payment of 12.50
      Then register-1 is told to pair first

    Scenario: The POS system does not need to preserve anything
      Given register-1 is paired with payment-1
      When register-1 loses power for a moment
      And register-1 submits a payment of 3.00
      Then payment-1 asks for 3.00 of register-1

  Rule: The code has a lifetime, and refreshes while pairing is not finalized

    Scenario: The code is refreshed every minute
      Given pairing has been initiated on payment-1
      When the code on payment-1 is 59 seconds old
      Then payment-1 displays the code
      When the code on payment-1 is 60 seconds old
      Then payment-1 displays another code
      When the code of payment-1 is entered on register-1
      Then register-1 is told that the pairing process is complete

    Scenario: The old code dies with the refresh
      Given pairing has been initiated on payment-1
      When payment-1 displays another code
      And the old code of payment-1 is entered on register-1
      Then register-1 is told that the code is invalid
      And payment-1 lists no register

    Scenario: A code that could not be refreshed is good for five minutes
      Given pairing has been initiated on payment-1
      And the cable of payment-1 is not connected
      When the code on payment-1 is 4 minutes and 59 seconds old
      Then payment-1 displays the code
      When the code of payment-1 is entered on register-1
      Then register-1 is told that the pairing process is complete

    Scenario: After five minutes the code has expired
      Given pairing has been initiated on payment-1
      And the cable of payment-1 is not connected
      When the code on payment-1 is 5 minutes old
      Then payment-1 shows "The pairing code has expired. A new one is shown as soon as SmartConnect answers."
      And payment-1 displays no code
      When the code of payment-1 is entered on register-1
      Then register-1 is told that the code is invalid

    Scenario: A code is good for one register only
      Given pairing has been initiated on payment-1
      When the code of payment-1 is entered on register-1
      And the code of payment-1 is entered on register-2
      Then register-2 is told that the code is invalid
      And payment-1 lists only register-1

    Scenario: A code that was never displayed
      Given pairing has been initiated on payment-1
      When the code "ZZZZZZ" is entered on register-1
      Then register-1 is told that the code is invalid
      And payment-1 displays the code

    Scenario: Cancelling on the device ends the code
      Given pairing has been initiated on payment-1
      When pairing is cancelled on payment-1
      And the code of payment-1 is entered on register-1
      Then register-1 is told that the code is invalid

    Scenario: Two devices never display the same code
      When pairing is initiated on payment-1
      And pairing is initiated on payment-2
      Then payment-1 and payment-2 display different codes
      When the code of payment-2 is entered on register-1
      Then payment-2 lists only register-1
      And payment-1 displays the code
