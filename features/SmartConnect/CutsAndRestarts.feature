@smartconnect @time-travel
Feature: Cables pulled and power cut with SmartConnect
  Payments are taken one by one, in their order, across cuts and restarts of the device; nobody is paired by halves.

  Background:
    Given a SmartConnect site

  Rule: The device

    Scenario Outline: <fault> while payments wait
      Given register-1, register-2 and register-3 are paired with payment-1
      And a payment of 1.00 by register-1 is on the screen of payment-1
      And register-2 has submitted a payment of 2.00
      And register-3 has submitted a payment of 3.00
      When <fault>
      And 20 seconds pass
      And <mended>
      Then payment-1 asks for 1.00 of register-1
      When the payment is approved on payment-1
      Then payment-1 asks for 2.00 of register-2
      When the payment is approved on payment-1
      Then payment-1 asks for 3.00 of register-3
      When the payment is declined on payment-1
      Then the payment of register-1 has ended with "Approved"
      And the payment of register-2 has ended with "Approved"
      And the payment of register-3 has ended with "Declined"

      Examples:
        | fault                              | mended                                   |
        | the cable of payment-1 is pulled   | the cable of payment-1 is connected again |
        | payment-1 loses power              | payment-1 has power again                |
        | the network of payment-1 becomes slow | the cable of payment-1 is connected again |

    Scenario: A payment approved without a connection is told when it is back
      Given register-1 is paired with payment-1
      And a payment of 1.00 by register-1 is on the screen of payment-1
      When the cable of payment-1 is pulled
      And the payment is approved on payment-1
      Then payment-1 shows "The last payment is still to be sent to SmartConnect"
      And register-1 still waits for the payment device
      When the cable of payment-1 is connected again
      Then the payment of register-1 has ended with "Approved"

    Scenario: A payment approved without a connection survives a power cut of the device
      Given register-1 is paired with payment-1
      And a payment of 1.00 by register-1 is on the screen of payment-1
      When the cable of payment-1 is pulled
      And the payment is approved on payment-1
      And payment-1 loses power for a moment
      And the cable of payment-1 is connected again
      Then the payment of register-1 has ended with "Approved"
      And payment-1 asks for no payment

    Scenario: Power is cut while a code is displayed
      Given pairing has been initiated on payment-1
      When payment-1 loses power for a moment
      Then payment-1 shows "Ready for payments"
      When the code of payment-1 is entered on register-1
      Then register-1 is told that the code is invalid

    Scenario: Pairing is initiated without a connection
      Given the cable of payment-1 is not connected
      When pairing is initiated on payment-1 while SmartConnect cannot be reached
      Then payment-1 shows "No connection to SmartConnect"
      When the cable of payment-1 is connected again
      Then a pairing code is displayed on payment-1

    Scenario: The device hears of a pairing that was made while its cable was out
      Given pairing has been initiated on payment-1
      When the cable of payment-1 is pulled
      And the code of payment-1 is entered on register-1
      Then register-1 is told that the pairing process is complete
      When the cable of payment-1 is connected again
      Then payment-1 shows "Register 1 (register-1) is paired with this device."

    Scenario: The list is there again after a restart of the device
      Given register-1, register-2 and register-3 are paired with payment-1
      When payment-1 loses power for a moment
      Then payment-1 lists only register-1, register-2 and register-3

  Rule: The register

    Scenario: The code is submitted without a connection
      Given pairing has been initiated on payment-1
      And the cable of register-1 is not connected
      When the code of payment-1 is submitted on register-1 while SmartConnect cannot be reached
      Then register-1 shows "SmartConnect does not answer. Check the network and try again."
      When the cable of register-1 is connected again
      And the code of payment-1 is entered on register-1
      Then register-1 is told that the pairing process is complete

    Scenario: The register loses its connection while the payment is taken
      Given register-1 is paired with payment-1
      And a payment of 1.00 by register-1 is on the screen of payment-1
      When the cable of register-1 is pulled
      And the payment is approved on payment-1
      And 1 minutes pass
      And the cable of register-1 is connected again
      Then the payment of register-1 has ended with "Approved"

    Scenario: The register loses power while the payment is taken
      Given register-1 is paired with payment-1
      And a payment of 1.00 by register-1 is on the screen of payment-1
      When register-1 loses power for a moment
      And the payment is approved on payment-1
      Then the payment of register-1 has ended with "Approved"

    Scenario: The polling token has run out when the register comes back
      Given register-1 is paired with payment-1
      And a payment of 1.00 by register-1 is on the screen of payment-1
      When the cable of register-1 is pulled
      And 15 minutes pass
      And the cable of register-1 is connected again
      Then the payment of register-1 has ended with "The outcome is not known. Look at the payment device. (Token expired)"

    Scenario: A register is paired over a slow network
      Given pairing has been initiated on payment-1
      And the network of register-1 is slow
      When the code of payment-1 is entered on register-1
      Then register-1 is told that the pairing process is complete
