using Io.Cucumber.Messages.Types;

namespace PairingLab.Reports.Messages;

/// <summary>
/// A message that names a file beside the messages, as Cucumber Messages has it since version 31; the package of the records is older.
/// </summary>
internal sealed record ExternalAttachmentMessage(ExternalAttachment ExternalAttachment);

/// <summary>A file beside the messages.</summary>
/// <param name="Url">Where it is, from the messages' folder.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="TestCaseStartedId">The attempt.</param>
/// <param name="TestStepId">The step.</param>
/// <param name="Timestamp">When it was kept.</param>
internal sealed record ExternalAttachment(
    string Url, string MediaType, string TestCaseStartedId, string TestStepId, Timestamp Timestamp);

/// <summary>
/// How much room for pictures is left inside the messages: small ones are there, as every reader shows those, but all readers hold the
/// whole file in memory, so that large ones, and small ones without end, lie beside.
/// </summary>
internal sealed class InlineRoom
{
    private const int LargestInside = 64 * 1024;

    private long left = 8 << 20;

    /// <summary>Takes room for a picture; false when it has to lie beside.</summary>
    public bool Take(long size)
    {
        if (size > LargestInside || size > left)
        {
            return false;
        }

        left -= size;
        return true;
    }
}
