@commander @time-travel
Feature: The limited time to complete the pairing process
  After the Pairing Service has been started, there is a limited amount of time to complete the entire pairing process.
  Otherwise, the Pairing Service will need to be restarted to continue.

  Background:
    Given a new installation

  Rule: After the Pairing Service has started, a workstation begins within ten minutes

    Scenario Outline: [Pair POS] is pressed <time> after [Start Pairing Service]
      Given the Pairing Service is started
      When <time> have passed since [Start Pairing Service]
      And [Pair POS] is pressed on pos-1
      Then pos-1 shows "<shown>"

      Examples:
        | time                     | shown                                                                            |
        | 9 minutes and 59 seconds | Pairing OTP                                                                      |
        | 10 minutes               | Please use Configuration Client to start Commander Pairing Service and try again |
        | 10 minutes and 1 second  | Please use Configuration Client to start Commander Pairing Service and try again |

    Scenario: The service that ran out is restarted
      Given the Pairing Service is started
      When 11 minutes have passed since [Start Pairing Service]
      And [Pair POS] is pressed on pos-1
      Then pos-1 shows "Please use Configuration Client to start Commander Pairing Service and try again"
      When the Pairing Service is restarted
      And pos-1 is paired
      Then pos-1 shows "Successfully Paired"

  Rule: The pairing OTP is retrieved within one minute of pressing [Pair POS]

    Scenario Outline: The Pairing OTP is retrieved <time> after [Pair POS]
      Given pos-1 displays the Pairing OTP dialog box
      When <time> have passed since [Pair POS]
      And [Retrieve Pairing OTP] is tried on config-1
      Then config-1 shows "<shown>"

      Examples:
        | time                   | shown                                  |
        | 59 seconds             | Pairing session OTP                    |
        | 60 seconds             | There is no Pairing OTP to retrieve.   |
        | 61 seconds             | There is no Pairing OTP to retrieve.   |

    Scenario: An OTP that was not retrieved in time is no longer accepted
      Given pos-1 displays the Pairing OTP dialog box
      When 61 seconds have passed since [Pair POS]
      And "000000" is keyed in on pos-1
      And [OK] is pressed on pos-1
      Then pos-1 shows "Unable to pair, please try again"

    Scenario: There is nothing to retrieve before [Pair POS]
      Given the Pairing Service is started
      When [Retrieve Pairing OTP] is tried on config-1
      Then config-1 shows "There is no Pairing OTP to retrieve."

  Rule: The OTP is keyed in and [OK] pressed within three minutes of [Pair POS]

    Scenario: [OK] is pressed one second before the end
      Given pos-1 is being paired
      And the OTP is keyed in on pos-1
      When 2 minutes and 59 seconds have passed since [Pair POS]
      And [OK] is pressed on pos-1
      Then pos-1 shows "Successfully Paired"

    Scenario Outline: The OTP expires during entry, <time> after [Pair POS]
      Given pos-1 is being paired
      And the OTP is keyed in on pos-1
      When <time> have passed since [Pair POS]
      Then pos-1 shows "Unable to pair, please try again"
      And there is no [OK] on pos-1

      Examples:
        | time                   |
        | 3 minutes              |
        | 3 minutes and 1 second |

    Scenario: A pairing begun in the last second of the service may still be completed
      Given the Pairing Service is started
      When 9 minutes and 59 seconds have passed since [Start Pairing Service]
      And [Pair POS] is pressed on pos-1
      And the Pairing OTP is retrieved
      And 2 minutes have passed since [Pair POS]
      And the OTP is entered on pos-1
      Then pos-1 shows "Successfully Paired"

  Rule: After "Unable to pair, please try again" [Pair POS] is pressed again within two minutes

    Background:
      Given pos-1 is being paired
      And a wrong OTP has been entered on pos-1

    Scenario Outline: [Pair POS] is pressed <time> after a wrong OTP
      Then pos-1 shows "Unable to pair, please try again"
      When <time> have passed since [OK]
      And [Pair POS] is pressed on pos-1
      Then pos-1 shows "<shown>"

      Examples:
        | time                   | shown                                                                            |
        | 0 seconds              | Pairing OTP                                                                      |
        | 1 minute and 59 seconds | Pairing OTP                                                                      |
        | 2 minutes              | Please use Configuration Client to start Commander Pairing Service and try again |
        | 2 minutes and 1 second | Please use Configuration Client to start Commander Pairing Service and try again |

    Scenario: A wrong OTP burns that OTP
      When [Pair POS] is pressed on pos-1
      And the OTP is entered on pos-1
      Then pos-1 shows "Unable to pair, please try again"

    Scenario: A new OTP is retrieved, and pairs
      When pos-1 is paired
      Then pos-1 shows "Successfully Paired"

    Scenario: After three wrong OTPs the Pairing Service has to be restarted
      When [Pair POS] is pressed on pos-1
      And the Pairing OTP is retrieved
      And a wrong OTP is entered on pos-1
      And [Pair POS] is pressed on pos-1
      And the Pairing OTP is retrieved
      And a wrong OTP is entered on pos-1
      And [Pair POS] is pressed on pos-1
      Then pos-1 shows "Please use Configuration Client to start Commander Pairing Service and try again"
