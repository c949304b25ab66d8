namespace PairingLab.Reports.Tests.Sample;

/// <summary>The feature file of the sample run.</summary>
internal static class SampleFeature
{
    public const string Path = "Commander/Pairing.feature";

    public const string Content = """
        @commander
        Feature: Pairing a workstation with the Commander

          Rule: An OTP pairs one workstation, for two minutes

            @serial
            Scenario: The workstation pairs with the OTP that the display shows
              Given a Commander with these workstations
                | workstation | model |
                | pos-1       | Topaz |
              When the operator starts pairing on the Configuration Client
              Then the display shows the OTP
              When pos-1 enters the OTP
              Then pos-1 shows "Paired"

            @time-travel
            Scenario Outline: The OTP <outcome> <age> after it was made
              When pos-1 enters the OTP <age> after it was made
              Then pos-1 shows "<text>"

              Examples:
                | age    | outcome    | text        |
                | 1m 59s | still works | Paired      |
                | 2m 1s  | is refused | OTP expired |

          Rule: A refusal says what to do

            Scenario: A wrong OTP is refused
              When pos-1 enters "000000"
              Then pos-1 shows "Wrong OTP"

            @operator
            Scenario: The display of the real Commander goes blank
              Given the real Commander
              Then the display is blank
              And the operator confirms it

            @browser
            Scenario: The bench file names a browser that is not there
              Given the workstation in a browser
              Then pos-1 shows "Pair POS"
        """;
}
