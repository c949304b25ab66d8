@commander
Feature: Somebody on the cable plays the Commander
  Before a workstation is paired it can't know which Commander answers. What it says to a false one is of no use to it: the OTP is
  proved without being shown, and the proof holds for the one certificate that the workstation sees.

  Background:
    Given a new installation
    And the Pairing Service is started

  Rule: What is said cannot be searched for the OTP

    Scenario: A false Commander guesses an OTP, and keeps what it hears
      Given a false Commander that guesses an OTP sits on the cable of pos-1
      When pos-1 is paired
      Then pos-1 shows "Unable to pair, please try again"
      And no OTP fits what the false Commander has heard

    Scenario: Only an OTP that was guessed before can be told from the others
      Given a false Commander that guesses an OTP sits on the cable of pos-1
      When [Pair POS] is pressed on pos-1
      And the OTP is retrieved, and the false Commander happens to guess it
      And the OTP is entered on pos-1
      Then the OTP fits what the false Commander has heard

  Rule: A proof that is passed on is worth nothing, and counts as a wrong OTP

    Scenario: A false Commander asks for a certificate with the workstation's proof
      Given a false Commander that passes on the proof with a request of its own sits on the cable of pos-1
      When pos-1 is paired
      Then pos-1 shows "Unable to pair, please try again"
      And the false Commander is refused with "403"
      And the manager finds no pos-1 under POS Workstations

    Scenario: Three tries on the cable stop the Pairing Service
      Given a false Commander that passes on the proof with a request of its own sits on the cable of pos-1
      When pos-1 is paired in vain 3 times
      And [Pair POS] is pressed on pos-1
      Then pos-1 shows "Please use Configuration Client to start Commander Pairing Service and try again"
