@commander @browser @time-travel
Feature: The Auto Upgrade on the pages
  The Auto Upgrade is started by the site operator. At its end each workstation says that it has to be paired, or that its
  pairing has failed.

  Background:
    Given a site that runs Base 53.28

  Rule: The workstation says what the Auto Upgrade asks for

    Scenario: The initial Auto Upgrade ends with "Pairing Required"
      When the site is auto upgraded to Base 53.29
      Then pos-1 reboots and starts the application
      When pos-1 logs in to Sales
      Then pos-1 shows "Sec. Alert - Pairing Required"
      And the lab's help beside pos-1 says "This must be performed the same day."

    Scenario: The pairing fails in the Auto Upgrade, and [OK] leads to "Pair POS"
      Given the pairing fails in Auto Upgrades
      When the site is auto upgraded to Base 53.29
      Then pos-1 shows "The Pairing failed in this system during the Auto Upgrade."
      When [OK] is pressed on pos-1
      Then pos-1 displays "Pair POS"
