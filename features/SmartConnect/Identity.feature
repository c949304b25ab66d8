@smartconnect @time-travel
Feature: So long as the register information remains the same
  A transaction is routed by the ID and the other metadata of the register, and to the internal ID of the device.

  Background:
    Given a SmartConnect site

  Rule: A register that says something else of itself must be paired again

    Background:
      Given register-1 is paired with payment-1

    Scenario Outline: The <field> has changed
      When the <field> of register-1 is changed to "<text>"
      And register-1 tries to submit a payment of 1.00
      Then register-1 is told to pair first
      When register-1 is paired with payment-1
      And register-1 submits a payment of 2.00
      Then payment-1 shows "Amount: $2.00"

      Examples:
        | field         | text        |
        | Register ID   | counter-9   |
        | Business name | New Owner   |
        | Vendor name   | Another POS |

    Scenario: The name of a register may change
      When the Register name of register-1 is changed to "Bar"
      And register-1 submits a payment of 2.00
      Then payment-1 asks for 2.00 of register-1

    Scenario: What was changed back is still paired
      When the Business name of register-1 is changed to "New Owner"
      And the Business name of register-1 is changed to "PairingLab Store"
      And register-1 submits a payment of 2.00
      Then payment-1 asks for 2.00 of register-1

  Rule: A swapped-out device with the same internal ID is paired once switched on

    Scenario: The faulty terminal is replaced
      Given register-1, register-2 and register-3 are paired with payment-1
      When payment-3 comes from the vendor with the internal ID of payment-1
      And payment-1 is taken away
      And payment-3 is switched on
      Then payment-3 lists only register-1, register-2 and register-3
      When register-2 submits a payment of 8.00
      Then payment-3 asks for 8.00 of register-2

    Scenario: Payments that waited for the faulty terminal are taken on the new one
      Given register-1 is paired with payment-1
      When payment-3 comes from the vendor with the internal ID of payment-1
      And payment-1 is taken away
      And register-1 submits a payment of 8.00
      And payment-3 is switched on
      Then payment-3 asks for 8.00 of register-1

    Scenario: A payment that the faulty terminal had begun is not taken twice
      Given register-1 is paired with payment-1
      And payment-3 comes from the vendor with the internal ID of payment-1
      And a payment of 8.00 by register-1 is on the screen of payment-1
      When payment-1 is taken away
      And payment-3 is switched on
      Then payment-3 asks for no payment
      And the payment of register-1 has ended with "The outcome is not known. Look at the payment device."

    Scenario: The old terminal is out of service once the new one is switched on
      Given register-1 is paired with payment-1
      And payment-3 comes from the vendor with the internal ID of payment-1
      When payment-3 is switched on
      Then payment-1 shows "Another device with this internal ID has been switched on."
      When register-1 submits a payment of 8.00
      Then payment-3 asks for 8.00 of register-1
      And payment-1 asks for no payment

    Scenario: A new terminal with an internal ID of its own must be paired
      Given register-1 is paired with payment-1
      When payment-1 is taken away
      Then payment-2 lists no register
      When register-1 is paired with payment-2
      Then payment-2 lists only register-1
