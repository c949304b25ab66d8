using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Commands;

/// <summary>What a command said, and what it ended with.</summary>
internal sealed record Said(int Code, string Output, string Errors)
{
    /// <summary>Does a command in this process.</summary>
    public static async Task<Said> ByAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandLine.RunAsync(args, new LabConsole(output, errors, isRedirected: true));
        return new(code, output.ToString(), errors.ToString());
    }

    /// <summary>One line about what is wrong, without the stack of an exception, and the code that says: the lab could not run.</summary>
    public void ShouldBeOneClearLine(params string[] parts)
    {
        Code.ShouldBe(ExitCode.LabError);
        Errors.TrimEnd().Split('\n').Length.ShouldBe(1, Errors);
        Errors.ShouldStartWith("run-lab: ");
        Errors.ShouldNotContain("   at ");
        Array.ForEach(parts, p => Errors.ShouldContain(p));
    }
}
