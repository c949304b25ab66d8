@commander
Feature: Pairing the POS Workstation after New Installation
  A Verifone Authorized Service Contractor pairs each POS Workstation with the site's Commander before the
  Sales operation can begin.

  Rule: A workstation is paired with the two OTPs that only somebody at the site can read

    @smoke
    Scenario: A new workstation is paired and opens for sales
      Given a new installation
      And the Pairing Service is started
      When pos-1 is paired
      Then pos-1 shows "Successfully Paired"
      And pos-1 opens for sales over a secure link
