@commander @time-travel
Feature: Pairing after the initial Auto Upgrade, Pairing Expired or Revoked
  If the POS displays "Sec. Alert - Pairing Invalid" or "Sec. Alert - Pairing Required", it is paired again.

  Rule: The workstation is put into pairing mode from the Maintenance Menu

    Background:
      Given a new installation
      And pos-1 is paired

    Scenario: Perform POS Pairing asks first, then reboots to "Pair POS"
      When [Perform POS Pairing] is pressed on pos-1
      And [Yes] is pressed on pos-1
      Then pos-1 shows "Rebooting to start the pairing process..."
      And pos-1 displays "Pair POS"

    Scenario: Perform POS Pairing is answered with No
      When [Perform POS Pairing] is pressed on pos-1
      And [No] is pressed on pos-1
      Then pos-1 shows "Maintenance Menu"
      And pos-1 sells over a secure link after going back

    Scenario: A workstation in pairing mode stays closed for sales, even over a power cut
      When pos-1 is put into pairing mode
      And pos-1 loses power for a moment
      Then pos-1 displays "Pair POS"
      And there is no [Log in to Sales] on pos-1

    Scenario: A workstation can be paired again at any time
      When pos-1 is put into pairing mode
      And the Pairing Service is restarted
      And pos-1 is paired and its application has started
      Then pos-1 sells over a secure link

  Rule: After the initial Auto Upgrade pairing is required

    Scenario: The alert stands at login to Sales and between transactions until the workstation is paired
      Given a site that runs Base 53.28
      When the site is auto upgraded to Base 53.29
      Then pos-1 reboots and starts the application
      When pos-1 logs in to Sales
      Then pos-1 shows "Sec. Alert - Pairing Required"
      When [OK] is pressed on pos-1
      And pos-1 makes a sale
      Then pos-1 shows "Sec. Alert - Pairing Required"
      When pos-1 is put into pairing mode
      And the Pairing Service is started
      And pos-1 is paired and its application has started
      And pos-1 logs in to Sales
      Then pos-1 shows "Sales"
      And pos-1 does not show "Sec. Alert"

    Scenario: Before Base 53.29 there is no pairing
      Given a site that runs Base 53.28
      Then pos-1 reboots and starts the application
      And pos-1 does not show "Secure link"
      When the Maintenance Menu of pos-1 is opened
      Then there is no [Perform POS Pairing] on pos-1
      And there is no [Generate OTP] on pos-1

    Scenario: Before Base 53.29 the Configuration Client knows no pairing either
      Given a site that runs Base 53.28
      And the manager is signed in
      Then there is no [POS Workstations] on config-1
      When [Security] is pressed on config-1
      Then there is no [Site Security] on config-1

    Scenario: The initial Auto Upgrade brings Site Security to the Configuration Client
      Given a site that runs Base 53.28
      When the site is auto upgraded to Base 53.29
      And config-1 navigates to Security > Site Security
      Then config-1 shows "One-Time Password"

    Scenario: The pairing fails in the Auto Upgrade
      Given a site that runs Base 53.28
      When pos-1 reboots to its application, and the Commander fails in the middle of its Auto Upgrade to Base 53.29
      Then pos-1 shows "The Pairing failed in this system during the Auto Upgrade."
      When [OK] is pressed on pos-1
      Then pos-1 displays "Pair POS"

    Scenario: The Commander lets the pairing fail in the Auto Upgrade
      Given a site that runs Base 53.28
      And the pairing fails in Auto Upgrades
      When the site is auto upgraded to Base 53.29
      Then pos-1 shows "The Pairing failed in this system during the Auto Upgrade."
      When [OK] is pressed on pos-1
      Then pos-1 displays "Pair POS"
      When the Pairing Service is started
      And pos-1 is paired
      Then pos-1 shows "Successfully Paired"

    Scenario: A later Auto Upgrade keeps the pairing
      Given a new installation
      And pos-1 is paired
      When the site is auto upgraded to Base 53.35
      Then pos-1 reboots and starts the application
      And pos-1 sells over a secure link

  Rule: A workstation trusts the one Commander that it was paired with

    Scenario: The workstation is connected to a different Commander
      Given a site with two Commanders
      And pos-1 is paired
      When pos-1 is connected to commander-2
      And pos-1 loses power for a moment
      And pos-1 logs in to Sales
      Then pos-1 shows "Sec. Alert - Pairing Invalid"

    Scenario: A workstation is moved to another Commander and paired there
      Given a site with two Commanders
      And pos-1 is paired
      And the Pairing Service of commander-2 is started
      When pos-1 is connected to commander-2
      And pos-1 is put into pairing mode
      And pos-1 is paired with the OTP of config-9
      Then pos-1 sells over a secure link

    Scenario: A workstation that comes back to its Commander is trusted again
      Given a site with two Commanders
      And pos-1 is paired
      When pos-1 is connected to commander-2
      And pos-1 loses power for a moment
      And pos-1 logs in to Sales
      Then pos-1 shows "Sec. Alert - Pairing Invalid"
      When pos-1 is connected to commander-1
      And pos-1 loses power for a moment
      Then pos-1 shows "Secure link to the Commander: up"
      When pos-1 logs in to Sales
      Then pos-1 shows "Sales"

    Scenario: The Commander's software is re-loaded
      Given a new installation
      And pos-1 is paired
      When the software of commander-1 is re-loaded
      And 2 minutes pass
      And pos-1 logs in to Sales
      Then pos-1 shows "Sec. Alert - Pairing Invalid"
      And pos-1 sells without a secure link
