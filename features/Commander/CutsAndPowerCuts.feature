@commander @time-travel
Feature: Cables pulled and power cut in every step
  Whatever is interrupted, nobody is paired by halves: the process is taken up again, and ends as it should.

  Background:
    Given a new installation

  Rule: The cable of the workstation is pulled

    Scenario Outline: The cable is pulled <when>
      Given the Pairing Service is started
      When the pairing of pos-1 has come to "<step>"
      And the cable of pos-1 is pulled
      And the pairing of pos-1 goes on
      Then pos-1 shows "<shown>"
      When the cable of pos-1 is connected again
      And pos-1 is paired from the start
      Then pos-1 shows "Successfully Paired"

      Examples:
        | when                        | step                   | shown                              |
        | before [Pair POS]           | Pair POS               | Unable to Pair, Cannot Communicate |
        | before the OTP is retrieved | Pairing OTP dialog box | Unable to Pair, Cannot Communicate |
        | before the OTP is keyed in  | OTP retrieved          | Unable to Pair, Cannot Communicate |
        | before [OK]                 | OTP keyed in           | Unable to Pair, Cannot Communicate |

    Scenario: The cable is pulled after the pairing: sales go on without a link, and the link comes back by itself
      Given pos-1 is paired
      When the cable of pos-1 is pulled
      Then pos-1 sells without a secure link
      When the cable of pos-1 is connected again
      And 2 minutes pass
      Then pos-1 sells over a secure link

  Rule: The power of the workstation is cut

    Scenario Outline: Power of the workstation is cut <when>
      Given the Pairing Service is started
      When the pairing of pos-1 has come to "<step>"
      And pos-1 loses power
      Then pos-1 is dark
      When pos-1 has power again
      Then pos-1 displays "Pair POS"
      When pos-1 is paired
      Then pos-1 shows "Successfully Paired"

      Examples:
        | when                        | step                   |
        | before [Pair POS]           | Pair POS               |
        | before the OTP is retrieved | Pairing OTP dialog box |
        | before the OTP is keyed in  | OTP retrieved          |
        | before [OK]                 | OTP keyed in           |

    Scenario Outline: Power is cut after the pairing, <when>
      Given the Pairing Service is started
      When the pairing of pos-1 has come to "<step>"
      And pos-1 loses power for a moment
      Then pos-1 reboots and starts the application
      And pos-1 sells over a secure link

      Examples:
        | when                           | step                  |
        | at "Successfully Paired"       | Successfully Paired   |
        | while the application starts   | preparing application |
        | when the application is up     | application           |

  Rule: The power of the Commander is cut

    Scenario Outline: Power of the Commander is cut <when>
      Given the Pairing Service is started
      When the pairing of pos-1 has come to "<step>"
      And commander-1 loses power for a moment
      And the pairing of pos-1 goes on
      Then pos-1 shows "<shown>"
      When the Pairing Service is restarted after a new sign-in
      And pos-1 is paired from the start
      Then pos-1 shows "Successfully Paired"

      Examples:
        | when                        | step                   | shown                                                                            |
        | before [Pair POS]           | Pair POS               | Please use Configuration Client to start Commander Pairing Service and try again |
        | before the OTP is retrieved | Pairing OTP dialog box | Unable to pair, please try again                                                 |
        | before the OTP is keyed in  | OTP retrieved          | Unable to pair, please try again                                                 |
        | before [OK]                 | OTP keyed in           | Unable to pair, please try again                                                 |

    Scenario: Power of the Commander is cut after the pairing: trust survives
      Given pos-1 is paired
      When commander-1 loses power for a moment
      And 2 minutes pass
      Then pos-1 sells over a secure link

    Scenario: Power of the Commander is cut while an OTP is on its display
      Given an OTP has been generated
      And the OTP has been read from the status display
      When commander-1 loses power for a moment
      Then the status display of commander-1 is dark
      When the OTP that was read is entered
      Then config-1 shows "You have been signed out. Sign in again."

  Rule: The cable of the Configuration Client is pulled

    Scenario Outline: The cable of the Configuration Client is pulled before [<button>]
      Given pos-1 displays the Pairing OTP dialog box
      When the cable of config-1 is pulled
      And [<button>] is pressed on config-1
      Then config-1 shows "The Commander does not answer. Check the network and try again."
      When the cable of config-1 is connected again
      And [Ok] is pressed on config-1
      And [<button>] is pressed on config-1
      Then config-1 shows "<shown>"

      Examples:
        | button                | shown                      |
        | Start Pairing Service | Pairing service is started |
        | Retrieve Pairing OTP  | Pairing session OTP        |

  Rule: A slow network only takes longer

    Scenario: A workstation is paired over a slow network
      Given the Pairing Service is started
      And the network of pos-1 is slow
      When pos-1 is paired
      Then pos-1 shows "Successfully Paired"
