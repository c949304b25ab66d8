@commander @time-travel
Feature: Troubleshooting and Messages
  What the messages of the pairing process mean, and what to do about each.

  Rule: Permission Denied

    Background:
      Given a new installation

    Scenario: The Helpdesk tries to reach a workstation that is not paired
      When the Helpdesk opens a remote session to pos-1
      Then the Helpdesk is told "Permission Denied"

    Scenario: The Helpdesk reaches a paired workstation
      Given pos-1 is paired
      When the Helpdesk opens a remote session to pos-1
      Then the Helpdesk is let in

    Scenario: The Helpdesk is refused again once trust is revoked
      Given pos-1 is paired
      When the manager revokes all trust
      And pos-1 logs in to Sales
      Then pos-1 shows "Sec. Alert - Pairing Invalid"
      When the Helpdesk opens a remote session to pos-1
      Then the Helpdesk is told "Permission Denied"

  Rule: Unable to Pair, Cannot Communicate

    Scenario: The text within the button changes to "Please wait..." and remains while the cable is out
      Given a new installation
      And the Pairing Service is started
      And the cable of pos-1 is not connected
      When [Pair POS] is pressed on pos-1 and nobody answers yet
      Then the button on pos-1 reads "Please wait..."
      And [Please wait...] on pos-1 is not active
      When 29 seconds have passed since [Pair POS]
      Then the button on pos-1 reads "Please wait..."
      When 30 seconds have passed since [Pair POS]
      Then pos-1 shows "Unable to Pair, Cannot Communicate"
      And pos-1 shows "The cables between the POS Workstation and the Commander are not connected or not seated properly."
      And pos-1 shows "The router between the POS Workstation and the Commander is not connected or communicating or has no power."
      And pos-1 shows "Verify that the Commander is running and properly loaded with the correct application software."

    Scenario: The Commander has no power
      Given a new installation
      And the Pairing Service is started
      And commander-1 has no power
      When [Pair POS] is pressed on pos-1
      Then pos-1 shows "Unable to Pair, Cannot Communicate"

    Scenario: The router between the workstation and the Commander has no power
      Given a site with a router
      And the Pairing Service is started
      And router-1 has no power
      When [Pair POS] is pressed on pos-1
      Then pos-1 shows "Unable to Pair, Cannot Communicate"
      When [OK] is pressed on pos-1
      And router-1 has power again
      And pos-1 is paired
      Then pos-1 shows "Successfully Paired"

    Scenario: A router without power is taken out, and the cable leads straight to the Commander
      Given a site with a router
      And the Pairing Service is started
      And router-1 has no power
      When router-1 is removed from the site
      And pos-1 is paired
      Then pos-1 shows "Successfully Paired"

    Scenario: The Commander is not loaded with the correct application software
      Given a site whose Commander runs Base 53.28
      When [Pair POS] is pressed on pos-1
      Then pos-1 shows "Unable to Pair, Cannot Communicate"

    Scenario: The cable is seated properly, and the workstation is paired
      Given a new installation
      And the Pairing Service is started
      And the cable of pos-1 is not connected
      When [Pair POS] is pressed on pos-1
      Then pos-1 shows "Unable to Pair, Cannot Communicate"
      When [OK] is pressed on pos-1
      And the cable of pos-1 is connected again
      And pos-1 is paired
      Then pos-1 shows "Successfully Paired"

  Rule: Start Commander Pairing Service and Try Again

    Scenario: Pair POS was initiated, but the Commander Pairing Service was not running
      Given a new installation
      When [Pair POS] is pressed on pos-1
      Then pos-1 shows "Please use Configuration Client to start Commander Pairing Service and try again"
      When the Pairing Service is started
      And pos-1 is paired
      Then pos-1 shows "Successfully Paired"

  Rule: POS was unable to Pair

    Scenario: An incorrect Pairing Session OTP was entered
      Given a new installation
      And pos-1 is being paired
      When a wrong OTP is entered on pos-1
      Then pos-1 shows "Unable to pair, please try again"
      And [Pair POS] on pos-1 is active
