@commander @time-travel
Feature: What the lab tells a tester beside the screens
  The maker's screens have neither the state of the Pairing Service nor the time that is left. The lab tells both sides, marked
  as its own help.

  Background:
    Given a new installation

  Rule: Both sides show the Pairing Service and the time that is left

    Scenario: From the stopped service to the OTP
      Then the lab's help beside pos-1 says "Not running."
      When the Pairing Service is started
      And 30 seconds have passed since [Start Pairing Service]
      Then the lab's help beside pos-1 says "Running. Press [Pair POS] within 9:30"
      And the lab's help beside config-1 says "Running. Press [Pair POS] within 9:30"
      And pos-1 does not show "Running"
      When [Pair POS] is pressed on pos-1
      Then the lab's help beside config-1 says "pos-1 waits: retrieve the Pairing OTP within 1:00"
      When the Pairing OTP is retrieved
      Then the lab's help beside pos-1 says "pos-1 waits: enter the Pairing OTP within 3:00"

  Rule: The chapter Troubleshooting stands beside the message

    Scenario: Pair POS was initiated while the service was not running
      When [Pair POS] is pressed on pos-1
      Then the lab's help beside pos-1 says "Pair POS was initiated, but the Commander Pairing Service was not running."

  Rule: The Helpdesk's remote session is a stand-in, and says so

    Scenario: Its address stands beside the workstation
      Then the lab's help beside pos-1 says "A stand-in for the maker's SSH"
      And the lab's help beside pos-1 says where the remote session is
