namespace PairingLab.AccessControl.Admin.Reports;

/// <summary>A report that is written row by row.</summary>
internal interface IReport : IAsyncDisposable
{
    /// <summary>Writes a row; what is written goes out by and by.</summary>
    Task WriteAsync(IReadOnlyList<string> cells);
}
