@smartconnect @time-travel
Feature: The cardinality between registers and devices
  One register can only be paired to one payment acceptance device. One payment acceptance device can be paired to many
  registers.

  Background:
    Given a SmartConnect site

  Rule: A register has one device

    Scenario: Pairing with another device moves the register
      Given register-1 is paired with payment-1
      When register-1 is paired with payment-2
      Then payment-1 lists no register
      And payment-2 lists only register-1
      When register-1 submits a payment of 20.00
      Then payment-2 asks for 20.00 of register-1
      And payment-1 asks for no payment

    Scenario: An invalid code leaves the pairing as it was
      Given register-1 is paired with payment-1
      And pairing has been initiated on payment-2
      When the code "ZZZZZZ" is entered on register-1
      Then register-1 is told that the code is invalid
      And payment-1 lists only register-1
      When register-1 submits a payment of 20.00
      Then payment-1 asks for 20.00 of register-1

    Scenario: An expired code leaves the pairing as it was
      Given register-1 is paired with payment-1
      And pairing has been initiated on payment-2
      And the cable of payment-2 is not connected
      When the code on payment-2 is 5 minutes old
      And the code of payment-2 is entered on register-1
      Then register-1 is told that the code is invalid
      And payment-1 lists only register-1

    Scenario: Pairing again with the same device changes nothing
      Given register-1 is paired with payment-1
      When register-1 is paired with payment-1
      Then payment-1 lists only register-1

    Scenario: A payment that was accepted before the move stays with its device
      Given register-1, register-2 and register-3 are paired with payment-1
      And a payment of 1.00 by register-1 is on the screen of payment-1
      And register-2 has submitted a payment of 2.00
      When register-2 stops waiting
      And register-2 is paired with payment-2
      And the payment is approved on payment-1
      Then payment-1 asks for 2.00 of register-2
      And payment-2 asks for no payment

  Rule: A device has many registers, each paired with a code of its own

    Scenario: Three registers are paired with one device
      When register-1 is paired with payment-1
      And register-2 is paired with payment-1
      And register-3 is paired with payment-1
      Then payment-1 lists only register-1, register-2 and register-3

    Scenario: Pairing is initiated again for every register
      Given register-1 is paired with payment-1
      When pairing is initiated on payment-1
      Then payment-1 displays the code
      When the code of payment-1 is entered on register-2
      Then register-2 is told that the pairing process is complete

  Rule: One physical register, several virtual ones, each with its own unique ID

    Background:
      Given register-1 is paired with payment-1
      And register-1 has a virtual register

    Scenario: Each virtual register has a device of its own
      When register-1 is paired with payment-2
      Then payment-1 lists only register-1
      And payment-2 lists only register-1-2
      When register-1 uses register-1
      And register-1 submits a payment of 5.00
      Then payment-1 asks for 5.00 of register-1
      When the payment is approved on payment-1
      Then the payment of register-1 has ended with "Approved"
      When register-1 uses register-1-2
      And register-1 submits a payment of 6.00
      Then payment-2 asks for 6.00 of register-1-2
      And payment-1 asks for no payment

    Scenario: A virtual register is not paired by the pairing of another one
      When register-1 tries to submit a payment of 5.00
      Then register-1 is told to pair first
