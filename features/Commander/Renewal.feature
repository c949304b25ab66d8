@commander @time-travel
Feature: Certificate Expiration and Renewal
  Each POS Workstation will remain paired for a maximum of one year. However, within two weeks of expiration, renewal
  occurs automatically. If the renewal were to fail, manual re-pairing by the retailer will be required.

  Background:
    Given a new installation
    And pos-1 is paired

  Rule: Renewal occurs automatically within two weeks of expiration

    Scenario: Two weeks before expiration the renewal is scheduled, and occurs within a day
      When 350 days have passed since the pairing
      Then pos-1 does not show "POS renewal is scheduled"
      When 352 days have passed since the pairing
      Then pos-1 shows "The certificates are expiring and a POS renewal is scheduled. No action is needed."
      And pos-1 shows "The POS certificates were renewed. No action is needed."
      And the manager finds "pos-1: The certificates are expiring and a POS renewal is scheduled. No action is needed." under System Messages
      And the manager finds "pos-1: The POS certificates were renewed. No action is needed." under System Messages
      And pos-1 sells over a secure link

    Scenario: The messages are dated, and the newest stands first
      When 352 days have passed since the pairing
      Then pos-1 shows "The POS certificates were renewed. No action is needed."
      And the newest dated message on pos-1 is "The POS certificates were renewed. No action is needed."
      And the newest dated message under System Messages is "pos-1: The POS certificates were renewed. No action is needed."

    Scenario: A workstation that renews by itself stays paired for years
      When 1100 days have passed since the pairing
      Then pos-1 sells over a secure link

    Scenario: A renewal that failed is tried again the next day
      When 350 days have passed since the pairing
      And the cable of pos-1 is pulled
      And 355 days have passed since the pairing
      Then pos-1 does not show "The POS certificates were renewed."
      When the cable of pos-1 is connected again
      And 358 days have passed since the pairing
      Then pos-1 shows "The POS certificates were renewed. No action is needed."
      And pos-1 sells over a secure link

  Rule: If the renewal fails, the workstation has to be paired again

    Scenario: One second before its end a certificate is still good
      When pos-1 is out of reach until one second before its certificate ends
      And the cable of pos-1 is connected again
      And pos-1 logs in to Sales
      Then pos-1 shows "Sales"
      And pos-1 does not show "Sec. Alert"

    Scenario: At its end the certificate has expired
      When pos-1 is out of reach until its certificate ends
      And the cable of pos-1 is connected again
      And pos-1 logs in to Sales
      Then pos-1 shows "Sec. Alert - Pairing Invalid"
      And pos-1 sells without a secure link
      And pos-1 shows "Certificates expired and POS pairing is required."
      And the manager finds "pos-1: Certificates expired and POS pairing is required." under System Messages

    Scenario: Once the certificate has expired, nothing says that no action is needed
      When pos-1 is out of reach until its certificate ends
      Then pos-1 shows "Certificates expired and POS pairing is required."
      And pos-1 does not show "No action is needed"
      And the manager finds no "No action is needed" under System Messages

    Scenario: The retailer pairs the workstation again
      When pos-1 is out of reach until its certificate ends
      And the cable of pos-1 is connected again
      And pos-1 is put into pairing mode
      And the Pairing Service is restarted after a new sign-in
      And pos-1 is paired and its application has started
      Then pos-1 sells over a secure link
      And pos-1 does not show "Certificates expired"
