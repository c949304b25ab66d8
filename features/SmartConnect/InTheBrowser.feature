@smartconnect @browser @time-travel
Feature: SmartConnect in the browser
  The pages of the payment device and of the register are worked as a person works them.

  Background:
    Given a SmartConnect site

  Rule: Everything is found by its label and its role

    Scenario: A register is paired and a payment approved
      Given pairing has been initiated on payment-1
      When the code of payment-1 is entered on register-1
      Then register-1 is told that the pairing process is complete
      And payment-1 shows "Register 1 (register-1) is paired with this device."
      When register-1 submits a payment of 12.50
      Then payment-1 asks for 12.50 of register-1
      When the payment is approved on payment-1
      Then the payment of register-1 has ended with "Approved"

    Scenario: Another transaction is asked for on the page
      Given register-1 is paired with payment-1
      When register-1 asks for [Purchase plus cash] of 50.00 with 20.00 in cash
      Then payment-1 shows "Cash: $20.00"
      When the payment is approved on payment-1
      Then the payment of register-1 has ended with "Approved"
      And the receipt at register-1 says "TOTAL 50.00"

    Scenario: A wrong code on the page
      When the code "ZZZZZZ" is entered on register-1
      Then register-1 is told that the code is invalid

    Scenario: A register is unpaired on the page of the device
      Given register-1 is paired with payment-1
      When register-1 is unpaired on payment-1
      Then payment-1 lists no register

    Scenario: A virtual register on the page
      Given register-1 has a virtual register
      When register-1 is paired with payment-2
      Then payment-2 lists only register-1-2
