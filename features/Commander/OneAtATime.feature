@commander @time-travel
Feature: One pairing at a time
  If the "Unable to pair at this moment, please try again" message displays, it means that a different POS workstation
  is currently being paired with the Commander.

  Background:
    Given a new installation

  Rule: The second workstation is turned away, and the first is not disturbed

    Scenario: A second workstation presses [Pair POS] while the first is being paired
      Given pos-1 is being paired
      When [Pair POS] is pressed on pos-2
      Then pos-2 shows "Unable to pair at this moment, please try again"
      When the OTP is entered on pos-1
      Then pos-1 shows "Successfully Paired"

    Scenario: The second workstation presses first
      Given pos-2 is being paired
      When [Pair POS] is pressed on pos-1
      Then pos-1 shows "Unable to pair at this moment, please try again"
      When the OTP is entered on pos-2
      Then pos-2 shows "Successfully Paired"

    Scenario: Both press at the same time: one gets the dialog box, the other is turned away
      Given the Pairing Service is started
      When pos-1 and pos-2 press [Pair POS] at the same time
      Then only one of pos-1 and pos-2 shows "Unable to pair at this moment, please try again"
      And only one of pos-1 and pos-2 shows "Pairing OTP"

    Scenario: The second workstation has its turn when the first is paired
      Given pos-1 is being paired
      When [Pair POS] is pressed on pos-2
      And the OTP is entered on pos-1
      And pos-2 is paired
      Then pos-2 shows "Successfully Paired"

    Scenario: The second workstation has its turn when the first gives up
      Given pos-1 is being paired
      When [Cancel] is pressed on pos-1
      And [Pair POS] is pressed on pos-2
      Then pos-2 displays the Pairing OTP dialog box

    Scenario Outline: A session whose OTP nobody retrieves makes room after a minute: <time> after [Pair POS]
      Given pos-1 displays the Pairing OTP dialog box
      When <time> have passed since [Pair POS]
      And [Pair POS] is pressed on pos-2
      Then pos-2 shows "<shown>"

      Examples:
        | time       | shown                                           |
        | 59 seconds | Unable to pair at this moment, please try again |
        | 60 seconds | Pairing OTP                                     |

    Scenario: The OTP of one workstation does not pair another
      Given pos-1 is being paired
      When [Cancel] is pressed on pos-1
      And [Pair POS] is pressed on pos-2
      And the OTP is entered on pos-2
      Then pos-2 shows "Unable to pair, please try again"

  Rule: Two Configuration Clients see one Pairing Service

    Scenario: Both retrieve the same OTP
      Given the manager has opened Site Security at config-2
      And pos-1 is being paired
      When [Retrieve Pairing OTP] is tried on config-2
      Then config-2 shows the OTP that was noted

    Scenario: One restarts the service while a workstation is being paired
      Given the manager has opened Site Security at config-2
      And pos-1 is being paired
      When [Start Pairing Service] is pressed on config-2
      And the OTP is entered on pos-1
      Then pos-1 shows "Successfully Paired"

    Scenario: One revokes all trust while the other starts the service
      Given pos-1 is paired
      And the manager has opened Site Security at config-2
      When config-1 revokes all trust while config-2 starts the Pairing Service
      Then the manager finds no pos-1 under POS Workstations
