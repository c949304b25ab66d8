@commander @time-travel @serial
Feature: The status display
  Read the OTP digits from the Commander: the two pairs of two digits alternate on the 7-segment status display, with the
  first pair having the decimal point.

  Rule: The OTP is read from the display over the serial line

    Scenario: The OTP that was read opens Site Security
      Given a new installation
      And an OTP has been generated
      When the OTP is read from the status display
      And the OTP that was read is entered
      Then config-1 shows "Site Security"
      And the status display of commander-1 is dark
